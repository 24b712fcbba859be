import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsISO8601, Matches } from 'class-validator';

const SOURCES = ['noted', 'published'] as const;
const DAY = /^[1-9]\d{3}-\d{2}-\d{2}$/;

export class NewWorkingYear {
  @ApiProperty({ type: [String], format: 'date', example: ['2027-01-01'], description: 'All public holidays of it.' })
  @IsArray()
  @ArrayMaxSize(366)
  @ArrayUnique()
  @Matches(DAY, { each: true })
  @IsISO8601({ strict: true }, { each: true, message: 'calendar-day' })
  holidays!: string[];

  @ApiProperty({
    type: [String],
    format: 'date',
    example: ['2027-02-20'],
    description: 'Saturdays and Sundays on which people work to make up for holidays.',
  })
  @IsArray()
  @ArrayMaxSize(104)
  @ArrayUnique()
  @Matches(DAY, { each: true })
  @IsISO8601({ strict: true }, { each: true, message: 'calendar-day' })
  workdays!: string[];
}

export class WorkingYear extends NewWorkingYear {
  @ApiProperty({ example: 2027 }) year!: number;
  @ApiProperty({ enum: SOURCES, example: 'noted', description: 'noted: by the hospital; published: by the state.' })
  source!: (typeof SOURCES)[number];
}
