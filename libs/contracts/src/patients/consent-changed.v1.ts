import { IsBoolean, IsIn, IsISO8601, IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { CONSENT_PURPOSES, type ConsentPurpose } from '../vocabulary/consent.js';

@EventContract<ConsentChangedV1>({
  subject: 'patients.consent.changed.v1',
  emittedWhen:
    'What the data of a person may be used for changed (PT-9): granted, withdrawn, or by a merge of two records.',
  key: 'patientId',
  example: {
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    purpose: 'marketing',
    allowed: true,
    since: '2026-03-02T10:15:00+08:00',
  },
})
export class ConsentChangedV1 {
  @IsUUID() patientId!: string;
  @IsIn(CONSENT_PURPOSES) purpose!: ConsentPurpose;
  /** Before anything is said, care and follow-up are allowed, the others are not. */
  @IsBoolean() allowed!: boolean;
  /** When the person decided so. */
  @IsISO8601() since!: string;
}
