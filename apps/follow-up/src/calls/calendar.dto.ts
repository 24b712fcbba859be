import { ApiProperty } from '@nestjs/swagger';

const SOURCES = ['noted', 'published'] as const;

export class CalendarYear {
  @ApiProperty({ example: 2027 }) year!: number;
  @ApiProperty({ enum: SOURCES, example: 'noted', description: 'noted: by the hospital; published: by the state.' })
  source!: (typeof SOURCES)[number];
  @ApiProperty({ type: [String], format: 'date', example: ['2027-01-01'] }) holidays!: string[];
}
