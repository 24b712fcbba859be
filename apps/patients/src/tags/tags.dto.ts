import { Personal } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { PlainText } from '../people/plain-text.js';
import { TAG_DIMENSIONS, TAG_WORDS, type TagDimension, type TagRule, type TagSaying } from './tag.rules.js';

const CODE = 'disease.hypertension';
const ORIGINS = ['hand', 'rule'] as const;
type Origin = (typeof ORIGINS)[number];

const RULE = {
  type: 'object',
  additionalProperties: true,
  nullable: true,
  description:
    'When it is given by itself: `kind` age (`from`, `to` in full years, `to` null: open), diagnosis (`prefixes` of ICD-10), visits (`from`, `to`), nearness (`is`: district, city, province, elsewhere) or district (`names`); null: only by hand. `stage` (`is`, of the lifecycle: lead, first-visit, active, revisit-due, churned) is read only: it comes with the platform.',
  example: { kind: 'diagnosis', prefixes: ['I10', 'I11'] },
} as const;

export class TagReview {
  @ApiProperty({ type: Number, nullable: true, description: 'People to look at; null until counted.', example: 48210 })
  total!: number | null;
  @ApiProperty({ description: 'Of them, who has been looked at.', example: 12600 }) done!: number;
}

export class CatalogueTag {
  @ApiProperty({ description: 'Never changes.', example: CODE }) code!: string;
  @ApiProperty({ enum: TAG_DIMENSIONS, example: 'disease' }) dimension!: TagDimension;
  @ApiProperty({ example: '高血压' }) zh!: string;
  @ApiProperty({ example: 'Hypertension' }) en!: string;
  @ApiProperty(RULE)
  rule!: TagRule | null;
  @ApiProperty({ description: 'For If-Match.', example: 1 }) version!: number;
  @ApiProperty({ description: 'Given to nobody any more.', example: false }) retired!: boolean;
  @ApiProperty({
    type: TagReview,
    nullable: true,
    description: 'How far a changed rule is with those it concerns; null: with everybody.',
    example: null,
  })
  review!: TagReview | null;
}

export class TagPage {
  @ApiProperty({ type: [CatalogueTag] }) items!: CatalogueTag[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}

export class NewTag {
  @ApiProperty({ enum: TAG_DIMENSIONS, example: 'emotion' }) @IsIn(TAG_DIMENSIONS) dimension!: TagDimension;
  @ApiProperty({ description: 'The code is `<dimension>.<slug>`.', pattern: '^[a-z0-9-]{1,60}$', example: 'patient' })
  @IsString()
  @Matches(/^[a-z0-9-]{1,60}$/)
  slug!: string;
  @ApiProperty({ example: '有耐心' }) @PlainText(1, 60) zh!: string;
  @ApiProperty({ example: 'Patient' }) @PlainText(1, 60) en!: string;
  @ApiPropertyOptional(RULE) @IsOptional() rule?: object | null;
}

export class TagChange {
  @ApiPropertyOptional({ example: '高血压' }) @IsOptional() @PlainText(1, 60) zh?: string;
  @ApiPropertyOptional({ example: 'Hypertension' }) @IsOptional() @PlainText(1, 60) en?: string;
  @ApiPropertyOptional({
    description: 'true: given to nobody any more; who has it keeps it. false: in use again.',
    example: true,
  })
  @IsOptional()
  @IsBoolean()
  retired?: boolean;
  @ApiPropertyOptional(RULE) @IsOptional() rule?: object | null;
}

export class NewTagWord {
  @ApiProperty({ description: 'A code of the catalogue.', example: CODE }) @PlainText(1, 100) tag!: string;
  @ApiProperty({
    enum: TAG_WORDS,
    description: 'Counts over the rule of the tag; by-rule takes the word back.',
    example: 'applies',
  })
  @IsIn(TAG_WORDS)
  says!: TagSaying;
  @ApiPropertyOptional({ example: '患者自述' }) @IsOptional() @PlainText(1, 500) reason?: string;
}

export class PatientTag {
  @ApiProperty({ example: CODE }) code!: string;
  @ApiProperty({ enum: TAG_DIMENSIONS, example: 'disease' }) dimension!: TagDimension;
  @ApiProperty({ example: '高血压' }) zh!: string;
  @ApiProperty({ example: 'Hypertension' }) en!: string;
  @ApiProperty({ enum: ORIGINS, example: 'rule' }) by!: Origin;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) since!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Account of who tagged by hand.', example: null })
  recordedBy!: string | null;
}

export class PatientTags {
  @ApiProperty({ type: [PatientTag] }) items!: PatientTag[];
}

export class PatientTagWord {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c21' }) id!: string;
  @ApiProperty({ format: 'uuid', description: 'The record it was said about.' }) patientId!: string;
  @ApiProperty({ example: CODE }) tag!: string;
  @ApiProperty({ enum: TAG_WORDS, example: 'applies' }) says!: TagSaying;
  @ApiProperty({ enum: ORIGINS, example: 'hand' }) origin!: Origin;
  @Personal('free-text') @ApiProperty({ type: String, nullable: true, example: '患者自述' }) reason!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) recordedAt!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Account; null when a rule did it.', example: null })
  recordedBy!: string | null;
}

export class PatientTagWordPage {
  @ApiProperty({ type: [PatientTagWord] }) items!: PatientTagWord[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}
