import { ListQuery } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsObject, Matches, Max, Min } from 'class-validator';
import {
  BEHAVIORS,
  FLAG_KINDS,
  ITEM_SCORES,
  ITEM_TYPES,
  OPERATORS,
  QUESTIONNAIRE_STATUSES,
  SCORINGS,
  type Behavior,
  type FlagKind,
  type ItemScore,
  type ItemType,
  type Operator,
  type QuestionnaireStatus,
  type Scoring,
} from './questionnaire.rules.js';

export const CODE = /^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$/;

export class CodeDto {
  @ApiProperty({ example: 'yes' }) code!: string;
}

export class CodingDto extends CodeDto {
  @ApiProperty({ example: '有' }) display!: string;
  @ApiProperty({ example: 'Yes' }) displayEn!: string;
}

export class AnswerOptionDto {
  @ApiProperty({ type: CodingDto }) valueCoding!: CodingDto;
  @ApiPropertyOptional({ example: 5, description: 'Points. All options of a question have them or none.' })
  ordinalValue?: number;
}

export class ConditionDto {
  @ApiProperty({ example: 'fever', description: 'Link id of a question that is asked before.' }) question!: string;
  @ApiProperty({ enum: OPERATORS, example: '=' }) operator!: Operator;
  @ApiPropertyOptional({ example: true, description: 'Of `exists`, or for a boolean.' }) answerBoolean?: boolean;
  @ApiPropertyOptional({ example: 4 }) answerInteger?: number;
  @ApiPropertyOptional({ example: 38.5 }) answerDecimal?: number;
  @ApiPropertyOptional({ format: 'date', example: '2026-03-02' }) answerDate?: string;
  @ApiPropertyOptional({ example: '无' }) answerString?: string;
  @ApiPropertyOptional({ type: CodeDto }) answerCoding?: CodeDto;
}

export class QuestionnaireItemDto {
  @ApiProperty({ example: 'fever', description: 'Unique here: a–z, 0–9, dots and hyphens.' }) linkId!: string;
  @ApiProperty({ example: '出院后有没有发热？' }) text!: string;
  @ApiProperty({ example: 'Have you had a fever since you left?' }) textEn!: string;
  @ApiProperty({ enum: ITEM_TYPES, example: 'choice' }) type!: ItemType;
  @ApiPropertyOptional({ example: true }) required?: boolean;
  @ApiPropertyOptional({ example: false, description: 'More than one answer.' }) repeats?: boolean;
  @ApiPropertyOptional({ type: [AnswerOptionDto], description: 'Of a choice.' }) answerOption?: AnswerOptionDto[];
  @ApiPropertyOptional({ type: [ConditionDto] }) enableWhen?: ConditionDto[];
  @ApiPropertyOptional({ enum: BEHAVIORS, example: 'any', description: 'Needed with more than one condition.' })
  enableBehavior?: Behavior;
  @ApiPropertyOptional({ example: 0 }) minValue?: number;
  @ApiPropertyOptional({ example: 10 }) maxValue?: number;
  @ApiPropertyOptional({ example: 500, description: 'Characters.' }) maxLength?: number;
  @ApiPropertyOptional({ enum: ITEM_SCORES, example: 'value', description: 'Of a number; `nps`: 0 to 10, by itself.' })
  score?: ItemScore;
  @ApiPropertyOptional({ example: false, description: 'Withheld without `follow-up.confidential.read`.' })
  confidential?: boolean;
  @ApiPropertyOptional({ type: () => [QuestionnaireItemDto], description: 'Of a group.' })
  item?: QuestionnaireItemDto[];
}

export class FlagRuleDto {
  @ApiProperty({ example: 'fever' }) key!: string;
  @ApiProperty({
    enum: FLAG_KINDS,
    example: 'red-flag',
    description:
      'red-flag: the duty doctor is told. dissatisfaction, gift: a complaint, of a gift in confidence. wish-to-return: an appointment.',
  })
  kind!: FlagKind;
  @ApiProperty({ example: '出院后发热' }) nameZh!: string;
  @ApiProperty({ example: 'Fever after discharge' }) nameEn!: string;
  @ApiProperty({ type: [ConditionDto] }) when!: ConditionDto[];
  @ApiPropertyOptional({ enum: BEHAVIORS, example: 'any', description: '`any` unless given.' }) behavior?: Behavior;
}

export class QuestionnaireDefinitionDto {
  @ApiProperty({ example: '出院随访' }) titleZh!: string;
  @ApiProperty({ example: 'After discharge' }) titleEn!: string;
  @ApiPropertyOptional({ example: '请您花两分钟回答。' }) descriptionZh?: string;
  @ApiPropertyOptional({ example: 'It takes two minutes.' }) descriptionEn?: string;
  @ApiPropertyOptional({ enum: SCORINGS, example: 'sum', description: 'How groups and the whole are counted.' })
  scoring?: Scoring;
  @ApiProperty({ type: [QuestionnaireItemDto] }) item!: QuestionnaireItemDto[];
  @ApiPropertyOptional({ type: [FlagRuleDto] }) flags?: FlagRuleDto[];
}

export class QuestionnaireSummary {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c40' }) id!: string;
  @ApiProperty({ example: 'discharge-follow-up' }) code!: string;
  @ApiProperty({ example: 1 }) version!: number;
  @ApiProperty({ example: '出院随访' }) titleZh!: string;
  @ApiProperty({ example: 'After discharge' }) titleEn!: string;
  @ApiProperty({ enum: QUESTIONNAIRE_STATUSES, example: 'published' }) status!: QuestionnaireStatus;
  @ApiProperty({ format: 'date-time', example: '2026-03-01T08:00:00+08:00' }) createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2026-03-01T09:00:00+08:00' })
  publishedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null }) retiredAt!: string | null;
  @ApiProperty({ example: 1, description: 'Grows with each change; send `If-Match: "<revision>"`.' })
  revision!: number;
}

export class QuestionnaireView extends QuestionnaireSummary {
  @ApiProperty({ type: QuestionnaireDefinitionDto }) definition!: QuestionnaireDefinitionDto;
}

export class QuestionnairePage {
  @ApiProperty({ type: [QuestionnaireSummary] }) items!: QuestionnaireSummary[];
  @ApiProperty({ type: String, nullable: true, example: null, description: 'Null on the last page.' })
  nextCursor!: string | null;
}

export class QuestionnairesQuery extends ListQuery {}

export class QuestionnaireVersionParams {
  @ApiProperty({ example: 'discharge-follow-up', maxLength: 60 })
  @Matches(CODE)
  code!: string;

  @ApiProperty({ example: 1, minimum: 1, maximum: 1_000_000 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version!: number;
}

export class ChangeDraft {
  @ApiProperty({ type: QuestionnaireDefinitionDto, description: 'Checked as a whole; faults come with JSON pointers.' })
  @IsObject()
  definition!: object;
}

export class NewDraft extends ChangeDraft {
  @ApiProperty({
    example: 'discharge-follow-up',
    maxLength: 60,
    description: 'A new one, or one to make a version of.',
  })
  @Matches(CODE)
  code!: string;
}
