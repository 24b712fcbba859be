import { ENCOUNTER_CLASSES, ROLES, type EncounterClass, type Role } from '#contracts';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { TASK_MODES, type TaskMode } from '../tasks/task.rules.js';
import { PLAN_ANCHORS, STEP_KINDS, type PlanAnchor, type StepKind } from './protocol.rules.js';

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const DAYS = 3650;
const HOURS = 24 * 366;

export class VisitWindow {
  // Negative ones are refused with a word of their own, by the rules.
  @ApiProperty({ example: 0, description: 'Days after the day of the anchor.' })
  @IsInt()
  @Min(-DAYS)
  @Max(DAYS)
  fromDay!: number;
  @ApiProperty({ example: 7, description: 'Days after the day of the anchor; the visit is due on this day.' })
  @IsInt()
  @Min(-DAYS)
  @Max(DAYS)
  toDay!: number;
}

export class StepOffset {
  @ApiProperty({ example: 48, description: 'Hours after the anchor at which it opens and is due.' })
  @IsInt()
  @Min(-HOURS)
  @Max(HOURS)
  hours!: number;
}

export class QuestionnaireUse {
  @ApiProperty({ example: 'discharge-follow-up' }) @IsString() @Length(1, 60) @Matches(KEY) code!: string;
  @ApiPropertyOptional({ example: 1, description: 'Without it the newest is asked.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version?: number;
}

export class StepEscalationDto {
  @ApiProperty({ example: 24, description: 'Hours after its hour, or after the end of the day it was due.' })
  @IsInt()
  @Min(0)
  @Max(HOURS)
  afterHours!: number;
  @ApiProperty({
    enum: ROLES,
    example: 'department-director',
    description: 'Who is on duty as that in the plan’s department, else everybody with the role.',
  })
  @IsIn(ROLES)
  to!: Role;
  @ApiPropertyOptional({
    enum: ROLES,
    isArray: true,
    example: ['centre-manager'],
    description:
      'Told one after another when nobody before acknowledged in time. In the end the centre’s managers are.',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5)
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  next?: Role[];
  @ApiPropertyOptional({ example: 60, description: 'How long each has to acknowledge; 240 by default.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_080)
  acknowledgeMinutes?: number;
}

class ContactDto {
  @ApiProperty({ example: 'visit-1', description: 'Names the task in its plan; once in a protocol.' })
  @IsString()
  @Length(1, 50)
  @Matches(KEY)
  key!: string;
  @ApiProperty({ example: '第一次回访（出院第1周）' }) @IsString() @Length(1, 120) nameZh!: string;
  @ApiProperty({ example: 'Visit 1 (week 1)' }) @IsString() @Length(1, 120) nameEn!: string;
  @ApiPropertyOptional({ enum: STEP_KINDS, example: 'visit', description: '`visit` by default.' })
  @IsOptional()
  @IsIn(STEP_KINDS)
  kind?: StepKind;
  @ApiPropertyOptional({
    enum: TASK_MODES,
    example: 'call',
    description: '`call` by default; a `form` is a questionnaire by link and names it.',
  })
  @IsOptional()
  @IsIn(TASK_MODES)
  mode?: TaskMode;
  @ApiPropertyOptional({ type: QuestionnaireUse, description: 'A published one, when the protocol is published.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => QuestionnaireUse)
  questionnaire?: QuestionnaireUse;
  @ApiPropertyOptional({ example: 'wound-care', description: 'A skill of staff.' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  skill?: string;
  @ApiPropertyOptional({ type: StepEscalationDto, description: 'Who is told, once, when it is overdue.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => StepEscalationDto)
  escalation?: StepEscalationDto;
  @ApiProperty({ example: 7, description: 'Days after the due date at whose end an undone visit lapses.' })
  @IsInt()
  @Min(0)
  @Max(DAYS)
  lapseAfterDays!: number;
}

export class ProtocolStepDto extends ContactDto {
  @ApiPropertyOptional({ type: VisitWindow, description: 'Counted in days; a step has this or `offset`.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => VisitWindow)
  window?: VisitWindow;
  @ApiPropertyOptional({ type: StepOffset, description: 'Counted in hours.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => StepOffset)
  offset?: StepOffset;
  @ApiPropertyOptional({ example: 17, description: 'Opens at this full hour, so that calls are gathered (FU-3).' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(23)
  batchHour?: number;
}

export class ProtocolRecurrenceDto extends ContactDto {
  @ApiProperty({ example: 70, description: 'The series is counted from this day after the anchor.' })
  @IsInt()
  @Min(0)
  @Max(DAYS)
  anchorDays!: number;
  @ApiProperty({ example: 3, description: 'Calendar months from one visit to the next.' })
  @IsInt()
  @Min(1)
  @Max(60)
  everyMonths!: number;
  @ApiProperty({ example: 7, description: 'Days before the due date.' })
  @IsInt()
  @Min(0)
  @Max(DAYS)
  opensBeforeDays!: number;
}

export class AgeRange {
  @ApiPropertyOptional({ example: 65, description: 'Completed years, included.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(150)
  from?: number;
  @ApiPropertyOptional({ example: 90, description: 'Completed years, included.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(150)
  to?: number;
}

export class ProtocolScopeDto {
  @ApiProperty({ enum: PLAN_ANCHORS, example: 'discharge', description: 'What its contacts are counted from.' })
  @IsIn(PLAN_ANCHORS)
  anchor!: PlanAnchor;
  @ApiProperty({
    enum: ENCOUNTER_CLASSES,
    isArray: true,
    example: ['inpatient'],
    description: 'Empty: only when a person chooses it.',
  })
  @IsArray()
  @ArrayUnique()
  @IsIn(ENCOUNTER_CLASSES, { each: true })
  classes!: EncounterClass[];
  @ApiPropertyOptional({ type: [String], example: ['03.01'], description: 'Codes of departments.' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Length(1, 60, { each: true })
  departments?: string[];
  @ApiPropertyOptional({ type: [String], example: ['I10'], description: 'Prefixes of ICD-10 codes.' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Length(1, 20, { each: true })
  diagnoses?: string[];
  @ApiPropertyOptional({ type: [String], example: ['47.0'], description: 'Prefixes of procedure codes.' })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @Length(1, 20, { each: true })
  procedures?: string[];
  @ApiPropertyOptional({ type: AgeRange })
  @IsOptional()
  @ValidateNested()
  @Type(() => AgeRange)
  ages?: AgeRange;
  @ApiPropertyOptional({ example: true, description: 'For key patients 重点患者 only, or for all but them.' })
  @IsOptional()
  @IsBoolean()
  keyPatient?: boolean;
}

export class ProtocolDefinitionDto {
  @ApiProperty({ type: ProtocolScopeDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => ProtocolScopeDto)
  appliesTo!: ProtocolScopeDto;
  @ApiProperty({ type: [ProtocolStepDto], description: 'By time.' })
  @IsArray()
  @ArrayMaxSize(60)
  @ValidateNested({ each: true })
  @Type(() => ProtocolStepDto)
  steps!: ProtocolStepDto[];
  @ApiPropertyOptional({ type: ProtocolRecurrenceDto, description: 'Begins when the last step ends.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ProtocolRecurrenceDto)
  recurrence?: ProtocolRecurrenceDto;
}
