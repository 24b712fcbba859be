import { RESPONSE_CHANNELS, type ResponseChannel } from '#contracts';
import { ListQuery, Personal, Stated } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { FLAG_KINDS, type FlagKind } from '../questionnaires/questionnaire.rules.js';
import { CODE, CodeDto } from '../questionnaires/questionnaires.dto.js';
import { RESPONSE_STATUSES, type ResponseStatus } from './response.entity.js';
import { SCORE_KINDS, type ScoreKind } from './score.rules.js';

const PATIENT = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01';
const RESPONSE = '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c41';
/** How staff takes answers; by a link the patient gives them. */
const TAKEN_BY = ['phone', 'on-site', 'letter'] as const satisfies readonly ResponseChannel[];

/** One value, as FHIR R4’s QuestionnaireResponse.item.answer. */
export class AnswerDto {
  @ApiPropertyOptional({ example: true }) valueBoolean?: boolean;
  @ApiPropertyOptional({ example: 4 }) valueInteger?: number;
  @ApiPropertyOptional({ example: 36.8 }) valueDecimal?: number;
  @ApiPropertyOptional({ format: 'date', example: '2026-03-02' }) valueDate?: string;
  @Personal('free-text')
  @ApiPropertyOptional({ example: '伤口有点痒。', description: 'Of a string or text question.' })
  valueString?: string;
  @ApiPropertyOptional({ type: CodeDto, description: 'The option that was chosen.' }) valueCoding?: CodeDto;
}

/** As FHIR R4’s QuestionnaireResponse.item. */
export class ResponseItemDto {
  @ApiProperty({ example: 'fever' }) linkId!: string;
  @ApiPropertyOptional({ type: [AnswerDto] }) answer?: AnswerDto[];
  @ApiPropertyOptional({ type: () => [ResponseItemDto], description: 'What was answered in a group.' })
  item?: ResponseItemDto[];
}

export class ResponseItemView extends ResponseItemDto {
  @ApiPropertyOptional({
    example: true,
    description: 'Confidential: the right `follow-up.confidential.read` is needed.',
  })
  withheld?: boolean;
  @ApiPropertyOptional({ type: () => [ResponseItemView] }) declare item?: ResponseItemView[];
}

export class ResponseScoreView {
  @ApiProperty({ example: 'recovery', description: 'Of a question or a group.' }) linkId!: string;
  @ApiProperty({ enum: SCORE_KINDS, example: 'question' }) kind!: ScoreKind;
  @ApiProperty({ example: 3 }) score!: number;
}

export class ResponseFlagView {
  @ApiProperty({ example: 'fever' }) flag!: string;
  @ApiProperty({ enum: FLAG_KINDS, example: 'red-flag' }) kind!: FlagKind;
  @ApiProperty({ type: [String], example: ['fever'], description: 'Questions whose answers raised it.' })
  linkIds!: string[];
  @ApiProperty({ format: 'date-time', example: '2026-03-05T15:00:00+08:00' }) raisedAt!: string;
}

export class ResponseSummary {
  @ApiProperty({ format: 'uuid', example: RESPONSE }) id!: string;
  @ApiProperty({ example: 'discharge-follow-up' }) questionnaireCode!: string;
  @ApiProperty({ example: 1 }) questionnaireVersion!: number;
  @ApiProperty({ format: 'uuid', example: PATIENT, description: 'The record it began with; a merge leaves it.' })
  patientId!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null }) encounterId!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null }) planId!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null }) taskId!: string | null;
  @ApiProperty({ enum: RESPONSE_CHANNELS, example: 'phone' }) channel!: ResponseChannel;
  @ApiProperty({ enum: RESPONSE_STATUSES, example: 'completed', description: 'amended: another stands in its place.' })
  status!: ResponseStatus;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    example: null,
    description: 'In whose place it stands.',
  })
  amends!: string | null;
  @ApiProperty({ type: Number, nullable: true, example: 12, description: 'In all; null when nothing is counted.' })
  score!: number | null;
  @ApiProperty({ type: String, nullable: true, example: 'XXGNK' }) departmentCode!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null, description: 'The staff it is about.' })
  staffMemberId!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Account; null: the patient did.' })
  recordedBy!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null }) recordedByName!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-03-05T15:00:00+08:00' }) recordedAt!: string;
}

export class ResponseDetail extends ResponseSummary {
  @ApiProperty({ type: [ResponseItemView] }) items!: ResponseItemView[];
  @ApiProperty({ type: [ResponseScoreView] }) scores!: ResponseScoreView[];
  @ApiProperty({ type: [ResponseFlagView], description: 'Raised by it, or by one in whose place it stands.' })
  flags!: ResponseFlagView[];
}

export class ResponsePage {
  @ApiProperty({ type: [ResponseSummary] }) items!: ResponseSummary[];
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Null on the last page.' })
  nextCursor!: string | null;
}

export class ResponsesQuery extends ListQuery {
  @ApiPropertyOptional({ format: 'uuid', example: PATIENT, description: 'Any id of the person, also a merged one.' })
  @IsOptional()
  @IsUUID()
  patientId?: string;
}

export class QuestionnaireAsked {
  @ApiProperty({ example: 'discharge-follow-up', maxLength: 60 }) @Matches(CODE) code!: string;
  @ApiProperty({ example: 1, minimum: 1, maximum: 1_000_000, description: 'The version that was asked.' })
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version!: number;
}

export class NewResponseBody {
  @ApiProperty({ type: QuestionnaireAsked })
  @IsObject()
  @ValidateNested()
  @Type(() => QuestionnaireAsked)
  questionnaire!: QuestionnaireAsked;

  @ApiProperty({ format: 'uuid', example: PATIENT }) @IsUUID() patientId!: string;

  @ApiPropertyOptional({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c03', description: 'The visit.' })
  @Stated()
  @IsUUID()
  encounterId?: string;

  @ApiProperty({ enum: TAKEN_BY, example: 'on-site' }) @IsIn(TAKEN_BY) channel!: (typeof TAKEN_BY)[number];

  @ApiPropertyOptional({ example: 'XXGNK', maxLength: 60, description: 'The department it is about.' })
  @Stated()
  @IsString()
  @Length(1, 60)
  departmentCode?: string;

  @ApiPropertyOptional({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c31', description: 'The staff.' })
  @Stated()
  @IsUUID()
  staffMemberId?: string;

  @ApiPropertyOptional({ format: 'uuid', example: RESPONSE, description: 'The response to stand in the place of.' })
  @Stated()
  @IsUUID()
  amends?: string;

  @ApiProperty({ type: [ResponseItemDto], description: 'Only what was asked and answered, in its groups.' })
  @IsArray()
  items!: object[];
}
