import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray } from 'class-validator';
import { IsDay } from '../calendar/is-day.js';

const SOURCES = ['noted', 'published'] as const;

export class NewCalendarYear {
  @ApiProperty({ type: [String], format: 'date', example: ['2027-01-01'], description: 'All public holidays of it.' })
  @IsArray()
  @ArrayMaxSize(366)
  @ArrayUnique()
  @IsDay({ each: true })
  holidays!: string[];
}

export class CalendarYear {
  @ApiProperty({ example: 2027 }) year!: number;
  @ApiProperty({ enum: SOURCES, example: 'noted', description: 'noted: by the hospital; published: by the state.' })
  source!: (typeof SOURCES)[number];
  @ApiProperty({ type: [String], format: 'date', example: ['2027-01-01'] }) holidays!: string[];
}
