import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsInt,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

const FROM = /^([01]\d|2[0-3]):[0-5]\d$/;
const UNTIL = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

export class NotAtTime {
  @ApiProperty({ type: [Number], example: [1, 2, 3, 4, 5], description: '1 is Monday, 7 is Sunday.' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  weekdays!: number[];

  @ApiProperty({ example: '12:00', description: 'The hospital’s time.' }) @Matches(FROM) from!: string;
  @ApiProperty({ example: '14:00', description: 'The first minute that is allowed again; 24:00 is midnight.' })
  @Matches(UNTIL)
  until!: string;
}

export class NewContactTimes {
  @ApiProperty({ type: [NotAtTime], description: 'All of them; an empty list takes them back.' })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => NotAtTime)
  notAt!: NotAtTime[];
}

export class ContactTimes {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01' }) patientId!: string;
  @ApiProperty({ type: [NotAtTime], description: 'When the patient is not to be called.' }) notAt!: NotAtTime[];
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2026-03-02T02:15:00.000Z' })
  notedAt!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Account id.' }) notedBy!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '李护士' }) notedByName!: string | null;
}
