import { ListQuery, Personal } from '#platform';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { Patient } from '../people/patient.dto.js';
import { PlainText } from '../people/plain-text.js';
import { DUPLICATE_REASONS, type DuplicateReason } from './duplicate.rules.js';
import { DUPLICATE_STATES, type DuplicateState } from './duplicate-pair.entity.js';
import { KEY_KINDS, type KeyKind } from './shared-keys.js';

export class ReasonMeaning {
  @ApiProperty({ example: '电话相同' }) zh!: string;
  @ApiProperty({ example: 'Same phone' }) en!: string;
}

/** One thing that speaks for or against two records being one person. */
export class Reason {
  @ApiProperty({ enum: DUPLICATE_REASONS, example: 'same-phone' }) code!: DuplicateReason;
  @ApiProperty({ description: 'Below 0 when it speaks against it.', example: 50 }) points!: number;
  @ApiProperty({ type: ReasonMeaning }) meaning!: ReasonMeaning;
}

export class Likeness {
  @ApiProperty({ description: 'The sum of the points of the reasons.', example: 120 }) score!: number;
  @ApiProperty({ type: [Reason], description: 'What speaks most for it first.' }) reasons!: Reason[];
}

/** Two records that are probably one person. */
export class Duplicate extends Likeness {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c31' }) id!: string;
  @ApiProperty({
    enum: DUPLICATE_STATES,
    description:
      'open: to be looked at. dismissed: two persons. merged: one record by now. closed: nothing speaks for it any more.',
    example: 'open',
  })
  state!: DuplicateState;
  @ApiProperty({ type: [Patient], minItems: 2, maxItems: 2, description: 'Both records, the older id first.' })
  patients!: Patient[];
  @ApiProperty({ format: 'date-time', example: '2026-03-02T02:15:00.000Z' }) foundAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null }) decidedAt!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Account; null when nobody decided.', example: null })
  decidedBy!: string | null;
  @Personal('free-text') @ApiProperty({ type: String, nullable: true, example: null }) decisionReason!: string | null;
}

export class DuplicatePage {
  @ApiProperty({ type: [Duplicate] }) items!: Duplicate[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}

/** What so many people share that nobody is compared by it: a ward's phone, a name like 无名氏 with 1 January. */
export class SkippedKey {
  @ApiProperty({ enum: KEY_KINDS, example: 'phone' }) kind!: KeyKind;
  @ApiProperty({ description: 'More living records than this have it: DUPLICATE_KEY_MOST.', example: 50 })
  moreThan!: number;
}

export class PatientDuplicates extends DuplicatePage {
  @ApiProperty({ type: [SkippedKey], description: 'What this record was not compared by.' })
  skipped!: SkippedKey[];
}

export class DuplicateQuery extends ListQuery {
  @ApiPropertyOptional({ enum: DUPLICATE_STATES, default: 'open' })
  @IsOptional()
  @IsIn(DUPLICATE_STATES)
  state?: DuplicateState;
}

export class DuplicateDecision {
  @ApiProperty({ description: 'Why.', example: '同名同生日的两个人，已电话核实' })
  @PlainText(1, 500)
  @Matches(/\S/, { message: 'blank' })
  reason!: string;
}

export class LikelyPatient extends Likeness {
  @ApiProperty({ type: Patient }) patient!: Patient;
}

export class LikelyPatients {
  @ApiProperty({ type: [LikelyPatient], description: 'The likeliest first, at most 20.' }) items!: LikelyPatient[];
  @ApiProperty({ type: [SkippedKey], description: 'What was not asked, because too many people have it.' })
  skipped!: SkippedKey[];
}
