import { Stated } from '#platform';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsString, Length, ValidateNested } from 'class-validator';
import { IsDay } from '../calendar/is-day.js';
import { GivenAnswers } from './attempts.dto.js';

export class LetterDates {
  @ApiPropertyOptional({ format: 'date', example: '2026-03-02', description: 'The day it was sent.' })
  @Stated()
  @IsDay()
  sentOn?: string;

  @ApiPropertyOptional({ format: 'date', example: '2026-03-12', description: 'The day it came back: ends the task.' })
  @Stated()
  @IsDay()
  returnedOn?: string;

  @ApiPropertyOptional({ example: '随信附满意度问卷。', maxLength: 2000 })
  @Stated()
  @IsString()
  @Length(1, 2000)
  note?: string;

  @ApiPropertyOptional({ type: GivenAnswers, description: 'What stands in the letter that came back.' })
  @Stated()
  @ValidateNested()
  @Type(() => GivenAnswers)
  answers?: GivenAnswers;
}
