import { COMPLAINT_CALL_OUTCOMES, type ComplaintCallOutcome } from '#contracts';
import { Personal, Stated } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import {
  CASE_ENDINGS,
  CASE_STEPS,
  COMPENSATIONS,
  COMPLAINT_CAUSES,
  VALIDITIES,
  type CaseEnding,
  type CaseStepName,
  type Compensation,
  type ComplaintCause,
  type Validity,
} from './case.vocabulary.js';
import { MISSING_STEPS, type MissingStep } from './closing.rules.js';
import { Measure } from './measures.dto.js';

const LONGEST = 4000;
const MOMENT = { type: String, format: 'date-time', nullable: true, example: null } as const;
const MEMBER = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01';
const BLANK = { message: 'blank' };

export class NewCaseStep {
  @ApiProperty({ enum: CASE_STEPS, example: 'investigation', description: 'Closing asks for one of the first two.' })
  @IsIn(CASE_STEPS)
  step!: CaseStepName;

  @ApiProperty({ example: '调取候诊叫号记录，等候 118 分钟属实。', maxLength: LONGEST })
  @IsString()
  @Length(1, LONGEST)
  @Matches(/\S/, BLANK)
  text!: string;
}

export class NewCompensation {
  @ApiProperty({ enum: COMPENSATIONS, example: 'apology' }) @IsIn(COMPENSATIONS) kind!: Compensation;

  @ApiProperty({ example: '科主任当面致歉。', maxLength: LONGEST, description: 'The solution, and what was given.' })
  @IsString()
  @Length(1, LONGEST)
  @Matches(/\S/, BLANK)
  text!: string;

  @ApiPropertyOptional({ example: 5_000, minimum: 1, maximum: 100_000_000, description: 'What it is worth, in fen.' })
  @Stated()
  @IsInt()
  @Min(1)
  @Max(100_000_000)
  valueFen?: number;
}

export class DisputeMark {
  @ApiProperty({ example: true, description: 'False: it is none after all; for whoever may see disputes.' })
  @IsBoolean()
  dispute!: boolean;

  @ApiProperty({ example: '患者要求医疗损害鉴定。', maxLength: 1000 })
  @IsString()
  @Length(1, 1000)
  @Matches(/\S/, BLANK)
  reason!: string;
}

export class NewSoothingCall {
  @ApiProperty({ example: '已致电患者家属安抚，告知处理进展。', maxLength: LONGEST })
  @IsString()
  @Length(1, LONGEST)
  @Matches(/\S/, BLANK)
  text!: string;
}

export class NewConclusion {
  @ApiProperty({ enum: COMPLAINT_CAUSES, example: 'waiting' }) @IsIn(COMPLAINT_CAUSES) cause!: ComplaintCause;

  @ApiProperty({ example: '高峰时段窗口不足。', maxLength: LONGEST })
  @IsString()
  @Length(1, LONGEST)
  @Matches(/\S/, BLANK)
  causeNote!: string;

  @ApiProperty({
    example: '未影响诊疗，患者情绪激动。',
    maxLength: LONGEST,
    description: 'Assessment of the consequence.',
  })
  @IsString()
  @Length(1, LONGEST)
  @Matches(/\S/, BLANK)
  consequence!: string;

  @ApiProperty({ example: '当日加开窗口并专人陪同复诊。', maxLength: LONGEST, description: '服务补救.' })
  @IsString()
  @Length(1, LONGEST)
  @Matches(/\S/, BLANK)
  recovery!: string;
}

export class NewFinding {
  @ApiProperty({
    enum: VALIDITIES,
    example: 'confirmed',
    description: 'confirmed: justified, against whom is named here. overturned: a confirmed one is so no more.',
  })
  @IsIn(VALIDITIES)
  validity!: Validity;

  @ApiPropertyOptional({ type: [String], example: ['XXGNK'], maxItems: 20, description: 'With confirmed.' })
  @Stated()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 60, { each: true })
  departmentCodes?: string[];

  @ApiPropertyOptional({ type: [String], example: [MEMBER], maxItems: 20, description: 'With confirmed.' })
  @Stated()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  staffMemberIds?: string[];

  @ApiProperty({ example: '经调查，接诊人员态度生硬属实。', maxLength: LONGEST })
  @IsString()
  @Length(1, LONGEST)
  @Matches(/\S/, BLANK)
  reason!: string;
}

export class NewCallResult {
  @ApiProperty({
    enum: COMPLAINT_CALL_OUTCOMES,
    example: 'satisfied',
    description: 'unsatisfied takes the complaint up again.',
  })
  @IsIn(COMPLAINT_CALL_OUTCOMES)
  outcome!: ComplaintCallOutcome;

  @ApiPropertyOptional({ example: '投诉人对处理结果表示认可。', maxLength: LONGEST })
  @Stated()
  @IsString()
  @Length(1, LONGEST)
  note?: string;
}

export class CaseStep {
  @ApiProperty({ format: 'date-time', example: '2026-03-05T07:00:00.000Z' }) at!: string;
  @ApiProperty({ example: 'investigation', description: 'As it was entered; also `measure-done`, `return-call` …' })
  what!: string;
  @ApiProperty({ type: String, nullable: true, example: null, description: 'For instance the cause.' })
  to!: string | null;
  @Personal('free-text')
  @ApiProperty({ type: String, nullable: true, example: '等候 118 分钟属实。' })
  note!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '王主任' }) byName!: string | null;
}

export class ConfirmedAgainst {
  @ApiProperty({ enum: ['department', 'person'], example: 'department' }) against!: 'department' | 'person';
  @ApiProperty({ example: 'XXGNK', description: 'Code of the department, or id of the member.' }) subject!: string;
}

export class ReturnCall {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fd001' }) id!: string;
  @ApiProperty({ example: true, description: 'False: nobody is known to be the patient, so the centre calls itself.' })
  byFollowUp!: boolean;
  @ApiProperty({ format: 'date-time', example: '2026-03-05T07:00:00.000Z' }) requestedAt!: string;
  @ApiProperty({ type: String, enum: COMPLAINT_CALL_OUTCOMES, nullable: true, example: 'satisfied' })
  outcome!: ComplaintCallOutcome | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null, description: 'In follow-up.' })
  responseId!: string | null;
  @ApiProperty(MOMENT) endedAt!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null }) endedByName!: string | null;
  @ApiProperty({ ...MOMENT, description: 'When the complaint was taken up again before anybody called.' })
  withdrawnAt!: string | null;
  @ApiProperty({ ...MOMENT, description: 'When its answer had the complaint taken up again.' })
  reopenedAt!: string | null;
}

export class CaseFile {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c60' }) ticketId!: string;
  @ApiProperty({
    type: String,
    enum: CASE_ENDINGS,
    nullable: true,
    example: null,
    description:
      'Why nothing more is entered: it is no complaint any more, went on in another ticket, or was stopped. A finding can be overturned all the same. Null while it is worked on.',
  })
  ending!: CaseEnding | null;
  @ApiProperty({ type: Boolean, nullable: true, example: false, description: 'Null: nobody has said yet.' })
  medical!: boolean | null;
  @ApiProperty({ example: false }) dispute!: boolean;
  @ApiProperty(MOMENT) investigatedAt!: string | null;
  @ApiProperty({ type: String, enum: COMPLAINT_CAUSES, nullable: true, example: 'waiting' })
  cause!: ComplaintCause | null;
  @ApiProperty({ ...MOMENT, description: 'Empty again when the complaint is taken up again.' })
  concludedAt!: string | null;
  @ApiProperty({ type: String, enum: COMPENSATIONS, nullable: true, example: 'apology' })
  compensation!: Compensation | null;
  @ApiProperty({ type: Number, nullable: true, example: null }) compensationFen!: number | null;
  @ApiProperty(MOMENT) compensatedAt!: string | null;
  @ApiProperty(MOMENT) soothedAt!: string | null;
  @ApiProperty({ type: String, enum: VALIDITIES, nullable: true, example: null }) validity!: Validity | null;
  @ApiProperty({ ...MOMENT, description: 'Of the validity.' }) judgedAt!: string | null;
  @ApiProperty({ type: [ConfirmedAgainst], description: 'While it is confirmed.' }) against!: ConfirmedAgainst[];
  @ApiProperty({ type: [CaseStep], description: 'Oldest first; never edited.' }) steps!: CaseStep[];
  @ApiProperty({ type: [Measure] }) measures!: Measure[];
  @ApiProperty({ type: [ReturnCall], description: 'Oldest first.' }) returnCalls!: ReturnCall[];
  @ApiProperty({ enum: MISSING_STEPS, isArray: true, example: ['cause'], description: 'Asked for before closing.' })
  missing!: MissingStep[];
}
