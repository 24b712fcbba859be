import { Personal } from '#platform';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, Matches } from 'class-validator';
import { PlainText } from '../people/plain-text.js';
import {
  ASKERS,
  ERASURE_STATES,
  IDENTITY_CHECKS,
  REPORT_STATES,
  type Asker,
  type ErasureState,
  type IdentityCheck,
  type ReportState,
} from './erasure-vocabulary.js';

const NOT_BLANK = /\S/;
const BLANK = { message: 'blank' };

export class NewErasure {
  @ApiProperty({ enum: ASKERS, description: 'Who asks for it.', example: 'person' })
  @IsIn(ASKERS)
  askedBy!: Asker;

  @ApiProperty({ enum: IDENTITY_CHECKS, description: 'How it was made sure who asks.', example: 'id-document-seen' })
  @IsIn(IDENTITY_CHECKS)
  identityCheck!: IdentityCheck;

  @ApiProperty({ description: 'Why. It is emptied with the rest; the audit keeps it.', example: '本人书面申请删除' })
  @PlainText(1, 500)
  @Matches(NOT_BLANK, BLANK)
  reason!: string;
}

export class DeclineErasure {
  @ApiProperty({ description: 'Why not; the person is told (PIPL Art. 50).', example: '申请人身份未能核实' })
  @PlainText(1, 500)
  @Matches(NOT_BLANK, BLANK)
  reason!: string;
}

export class StoreErasure {
  @ApiProperty({ description: 'The store, as docs/retention.md names it.', example: 'contact' }) table!: string;
  @ApiProperty({ description: 'Rows that go.', example: 12 }) removed!: number;
  @ApiProperty({ description: 'Rows that stay without what they say about the person.', example: 0 })
  emptied!: number;
  @ApiProperty({ description: 'Rows that are sealed, or stay.', example: 0 }) kept!: number;
  @ApiProperty({ type: String, nullable: true, description: 'Why they stay.', example: null }) reason!: string | null;
}

export class LetterTexts {
  @ApiProperty({ example: '您的个人信息已全部删除：……' }) 'zh-CN'!: string;
  @ApiProperty({ example: 'All your personal data were erased: …' }) en!: string;
}

export class ServicePreview {
  @ApiProperty({ example: 'follow-up' }) service!: string;
  @ApiProperty({
    type: [StoreErasure],
    nullable: true,
    description: 'By store. Null: the service did not answer in time; it erases all the same once it is told.',
  })
  stores!: StoreErasure[] | null;
}

export class ErasurePreview {
  @ApiProperty({ format: 'uuid', description: 'The living record.' }) patientId!: string;
  @ApiProperty({ type: [String], description: 'It and all that were merged into it go together.' })
  patientIds!: string[];
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Until when the law keeps the medical record, sealed. Null: there is none, everything goes.',
    example: '2041-03-02T02:00:00.000Z',
  })
  keepUntil!: string | null;
  @ApiProperty({ type: [StoreErasure], description: 'What would happen here, by store.' }) stores!: StoreErasure[];
  @ApiProperty({ type: [ServicePreview], description: 'What would happen in each service that would be told.' })
  services!: ServicePreview[];
  @ApiProperty({ type: LetterTexts, description: 'What the person will be told.' }) letter!: LetterTexts;
}

export class ServiceErasure {
  @ApiProperty({ example: 'follow-up' }) service!: string;
  @ApiProperty({
    enum: REPORT_STATES,
    description: 'waiting: not there yet, it may be down. failed: tried several times, and tried on.',
    example: 'applied',
  })
  state!: ReportState;
  @ApiProperty({ type: [StoreErasure] }) stores!: StoreErasure[];
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2026-03-02T02:00:01.000Z' })
  reportedAt!: string | null;
}

export class ErasureRequest {
  @ApiProperty({ format: 'uuid', example: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c77' }) id!: string;
  @ApiProperty({ format: 'uuid', description: 'The record it is about; gone once it is confirmed.' })
  patientId!: string;
  @ApiProperty({ enum: ERASURE_STATES, example: 'requested' }) state!: ErasureState;
  @ApiProperty({ enum: ASKERS, nullable: true, type: String, example: 'person' }) askedBy!: Asker | null;
  @ApiProperty({ enum: IDENTITY_CHECKS, nullable: true, type: String, example: 'id-document-seen' })
  identityCheck!: IdentityCheck | null;
  @Personal('free-text')
  @ApiProperty({ description: 'Empty once it is confirmed.', example: '本人书面申请删除' })
  reason!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Account.', example: null }) requestedBy!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-03-02T01:30:00.000Z' }) requestedAt!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Account; never the one that asked.', example: null })
  decidedBy!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null }) decidedAt!: string | null;
  @Personal('free-text')
  @ApiProperty({ type: String, nullable: true, example: null })
  decisionReason!: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Until when the medical record is sealed; null when nothing is.',
    example: null,
  })
  keepUntil!: string | null;
}

export class ErasureDetail extends ErasureRequest {
  @ApiProperty({ type: [ServiceErasure], description: 'What each service did; none before it is confirmed.' })
  services!: ServiceErasure[];
  @ApiProperty({ description: 'Every service has reported that it is done.', example: false }) done!: boolean;
  @ApiProperty({
    type: LetterTexts,
    nullable: true,
    description: 'The answer to the person, Chinese first; null before it is confirmed.',
  })
  letter!: LetterTexts | null;
}

export class ErasurePage {
  @ApiProperty({ type: [ErasureRequest] }) items!: ErasureRequest[];
  @ApiProperty({ type: String, nullable: true, description: 'Null on the last page.' }) nextCursor!: string | null;
}
