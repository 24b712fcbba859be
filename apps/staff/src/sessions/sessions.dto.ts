import { ListQuery } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsUUID } from 'class-validator';

export class SessionView {
  @ApiProperty({
    format: 'uuid',
    example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c77',
    description: 'The `sid` of its tokens.',
  })
  id!: string;
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c10' }) accountId!: string;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T00:15:00.000Z' }) startedAt!: string;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z', description: 'Last refreshed.' })
  lastUsedAt!: string;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T10:15:00.000Z', description: 'Unless it is used before.' })
  expiresAt!: string;
  @ApiProperty({ example: '10.2.3.4' }) clientAddress!: string;
  @ApiProperty({ example: 'Mozilla/5.0' }) userAgent!: string;
  @ApiProperty({ example: true, description: 'The one this request came in.' }) current!: boolean;
}

export class SessionPage {
  @ApiProperty({ type: [SessionView] }) items!: SessionView[];
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Null on the last page.' })
  nextCursor!: string | null;
}

export class SessionsQuery extends ListQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'Of this account; another’s needs accounts.manage.' })
  @IsOptional()
  @IsUUID()
  account?: string;

  @ApiPropertyOptional({ type: Boolean, default: false, description: 'Of everybody; needs accounts.manage.' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  everybody: boolean = false;
}
