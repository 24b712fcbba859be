import { RESPONSE_CHANNELS, type ResponseChannel } from '#contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { SCORE_KINDS, type ScoreKind } from '../responses/score.rules.js';
import { PeriodQuery } from '../statistics/statistics.dto.js';
import { RESULT_GROUPINGS, type ResultGrouping } from './result.rules.js';

export class ResultsQuery extends PeriodQuery {
  @ApiProperty({ example: 'discharged-satisfaction', description: 'All its versions together.' })
  @IsString()
  @Length(1, 60)
  questionnaire!: string;

  @ApiPropertyOptional({ enum: RESULT_GROUPINGS, example: 'department' })
  @IsOptional()
  @IsIn(RESULT_GROUPINGS)
  by?: ResultGrouping;

  @ApiPropertyOptional({ enum: RESPONSE_CHANNELS, example: 'phone', description: 'Only answers that came this way.' })
  @IsOptional()
  @IsIn(RESPONSE_CHANNELS)
  channel?: ResponseChannel;
}

export class ScoreTimes {
  @ApiProperty({ example: 5 }) score!: number;
  @ApiProperty({ example: 12, description: 'How often it was given.' }) count!: number;
}

export class NetPromoterScore {
  @ApiProperty({ example: 30, description: 'Gave 9 or 10.' }) promoters!: number;
  @ApiProperty({ example: 10, description: 'Gave 7 or 8.' }) passives!: number;
  @ApiProperty({ example: 10, description: 'Gave 0 to 6.' }) detractors!: number;
  @ApiProperty({ example: 40, description: 'Percent of promoters less percent of detractors.' }) value!: number;
}

export class SurveyQuestionResult {
  @ApiProperty({ example: 'nurse-attitude', description: 'Of the question or group.' }) linkId!: string;
  @ApiProperty({ enum: SCORE_KINDS, example: 'question' }) kind!: ScoreKind;
  @ApiProperty({ example: 50, description: 'How many answered it.' }) n!: number;
  @ApiProperty({ example: 4.62 }) mean!: number;
  @ApiProperty({ type: [ScoreTimes], description: 'The lowest score first.' }) distribution!: ScoreTimes[];
  @ApiProperty({ type: NetPromoterScore, nullable: true, description: 'Only of kind nps.' })
  nps!: NetPromoterScore | null;
}

export class SurveyGroupResult {
  @ApiProperty({ type: String, nullable: true, example: '03.01', description: 'Null for answers that name none.' })
  key!: string | null;
  @ApiProperty({ example: 50, description: 'Responses in all.' }) responses!: number;
  @ApiProperty({
    example: false,
    description: 'Fewer than 5 responses about a member of staff: their answers are not shown.',
  })
  suppressed!: boolean;
  @ApiProperty({ type: [SurveyQuestionResult] }) questions!: SurveyQuestionResult[];
}

export class SurveyResults {
  @ApiProperty({ format: 'date-time', example: '2026-11-22T02:15:00.000Z', description: 'When it was counted.' })
  asOf!: string;
  @ApiProperty({ type: SurveyGroupResult }) whole!: SurveyGroupResult;
  @ApiProperty({ type: [SurveyGroupResult], description: 'Empty unless asked for.' }) groups!: SurveyGroupResult[];
}
