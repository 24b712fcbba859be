import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsNumber } from 'class-validator';
import { IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { PeriodQuery } from '../statistics/statistics.dto.js';
import { LEFT_OUT, type LeftOut } from './draw.js';
import { SURVEY_MODES, SURVEY_TRIGGERS, type SurveyMode, type SurveyTrigger } from './survey-rule.entity.js';

/** A year: nothing after it is asked about a visit. */
const MAX_DAYS = 366;

export class NewSurveyRule {
  @ApiProperty({ example: '出院满意度抽样', maxLength: 100 }) @IsString() @Length(1, 100) name!: string;
  @ApiProperty({
    example: 'discharged-satisfaction',
    description: 'A published questionnaire; its newest version is asked.',
  })
  @IsString()
  @Length(1, 60)
  questionnaireCode!: string;
  @ApiProperty({ enum: SURVEY_TRIGGERS, example: 'discharge' }) @IsIn(SURVEY_TRIGGERS) trigger!: SurveyTrigger;
  @ApiPropertyOptional({ type: [String], example: ['03.01'], description: 'Codes of departments; all when left out.' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 60, { each: true })
  departments?: string[];
  @ApiProperty({ example: 20, minimum: 0, maximum: 100, description: 'Percent of the visits, to a hundredth.' })
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(100)
  share!: number;
  @ApiProperty({
    enum: SURVEY_MODES,
    example: 'call',
    description: 'call: a nurse asks. form: the patient gets a link.',
  })
  @IsIn(SURVEY_MODES)
  mode!: SurveyMode;
  @ApiProperty({ example: 7, minimum: 0, maximum: MAX_DAYS, description: 'Days until the task opens; 0: at once.' })
  @IsInt()
  @Min(0)
  @Max(MAX_DAYS)
  afterDays!: number;
  @ApiProperty({
    example: 90,
    minimum: 0,
    maximum: MAX_DAYS,
    description: 'Who was drawn within so many days, by whatever rule, is left out; 0: nobody is.',
  })
  @IsInt()
  @Min(0)
  @Max(MAX_DAYS)
  restDays!: number;
}

export class SurveyRuleChange extends NewSurveyRule {
  @ApiProperty({ example: true, description: 'Whether it draws from now on.' }) @IsBoolean() active!: boolean;
}

export class SurveyRule {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c11' }) id!: string;
  @ApiProperty({ example: '出院满意度抽样' }) name!: string;
  @ApiProperty({ example: 'discharged-satisfaction' }) questionnaireCode!: string;
  @ApiProperty({ enum: SURVEY_TRIGGERS, example: 'discharge' }) trigger!: SurveyTrigger;
  @ApiProperty({ type: [String], nullable: true, example: ['03.01'], description: 'Null for all.' })
  departments!: string[] | null;
  @ApiProperty({ example: 20, description: 'Percent.' }) share!: number;
  @ApiProperty({ enum: SURVEY_MODES, example: 'call' }) mode!: SurveyMode;
  @ApiProperty({ example: 7 }) afterDays!: number;
  @ApiProperty({ example: 90 }) restDays!: number;
  @ApiProperty({ example: true }) active!: boolean;
  @ApiProperty({ format: 'date-time', example: '2026-11-22T02:15:00.000Z' }) createdAt!: string;
  @ApiProperty({ example: 1, description: 'Send `If-Match: "<version>"` to change it.' }) version!: number;
}

export class SurveyRules {
  @ApiProperty({ type: [SurveyRule], description: 'The oldest first.' }) items!: SurveyRule[];
}

export class DrawsQuery extends PeriodQuery {}

export class LeftOutCount {
  @ApiProperty({ enum: LEFT_OUT, example: 'asked-recently' }) reason!: LeftOut;
  @ApiProperty({ example: 4 }) count!: number;
}

export class SurveyDraws {
  @ApiProperty({ example: 120, description: 'Visits drawn: asked and left out together.' }) drawn!: number;
  @ApiProperty({ example: 110 }) asked!: number;
  @ApiProperty({ type: [LeftOutCount] }) leftOut!: LeftOutCount[];
  @ApiProperty({ example: 2, description: 'Asked no more: the visit was taken back.' }) withdrawn!: number;
  @ApiProperty({ example: 66 }) answered!: number;
  @ApiProperty({ type: Number, nullable: true, example: 0.6, description: 'answered ÷ asked; null when none was.' })
  responseRate!: number | null;
}
