import { IsMoment } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Length } from 'class-validator';

export class NameSubstitute {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01', description: 'Who is away.' })
  @IsUUID()
  absentId!: string;

  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d02', description: 'Who stands in.' })
  @IsUUID()
  substituteId!: string;

  @ApiProperty({ format: 'date-time', example: '2026-03-02T18:00:00+08:00' })
  @IsMoment()
  startsAt!: string;

  @ApiProperty({ format: 'date-time', example: '2026-03-09T08:00:00+08:00', description: 'Back from this moment on.' })
  @IsMoment()
  endsAt!: string;

  @ApiPropertyOptional({ type: String, nullable: true, example: '进修', maxLength: 200 })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  reason?: string | null;
}

export class Substitute extends NameSubstitute {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9f01' }) id!: string;
}

export class SubstitutePage {
  @ApiProperty({ type: [Substitute] }) items!: Substitute[];
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Null on the last page.' })
  nextCursor!: string | null;
}
