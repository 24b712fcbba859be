import { Personal } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsOptional, Matches } from 'class-validator';
import { PlainText } from '../people/plain-text.js';

export class NewPromise {
  @ApiProperty({ example: '下次复诊安排专家号' })
  @PlainText(1, 1000)
  @Matches(/\S/, { message: 'blank' })
  text!: string;

  @ApiPropertyOptional({ format: 'date', description: 'By when, if a day was named.', example: '2026-04-01' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'calendar-day' })
  @IsISO8601({ strict: true }, { message: 'calendar-day' })
  dueOn?: string;
}

export class PromiseView {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c41' }) id!: string;
  @ApiProperty({ format: 'uuid', description: 'The record it was made under.' }) patientId!: string;
  @Personal('free-text') @ApiProperty({ example: '下次复诊安排专家号' }) text!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2026-04-01' }) dueOn!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) madeAt!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Account of who made it.', example: null })
  madeBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null: still open.', example: null })
  keptAt!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null }) keptBy!: string | null;
}

export class PromisePage {
  @ApiProperty({ type: [PromiseView] }) items!: PromiseView[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}
