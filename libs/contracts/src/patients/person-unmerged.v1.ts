import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsISO8601, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { CONSENT_PURPOSES, PERSON_STATES, type ConsentPurpose, type PersonState } from '../vocabulary/consent.js';

/** A state that holds (PT-11), and since when. */
export class HeldState {
  @IsIn(PERSON_STATES) state!: PersonState;
  @IsISO8601() since!: string;
}

/** What counts for a record of its own again. */
export class StandingAfterUnmerge {
  @IsBoolean() deceased!: boolean;
  /** Absent when it is not known, or nobody died. */
  @IsOptional() @IsISO8601() deceasedAt?: string;
  @IsArray() @IsIn(CONSENT_PURPOSES, { each: true }) allowedPurposes!: ConsentPurpose[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => HeldState) states!: HeldState[];
}

const ALIVE = { deceased: false, allowedPurposes: ['care' as const, 'follow-up' as const], states: [] };

@EventContract<PersonUnmergedV1>({
  subject: 'patients.person.unmerged.v1',
  emittedWhen:
    'A merge was taken back (PT-3): the retired id, with what was merged into it, is a person of its own again.',
  key: 'survivorId',
  example: {
    survivorId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    retiredId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c02',
    survivor: ALIVE,
    retired: { ...ALIVE, deceased: true, deceasedAt: '2026-03-02T10:15:00+08:00' },
  },
})
export class PersonUnmergedV1 {
  /** The record it had been merged into, as told by the merge; that one may be merged into another today. */
  @IsUUID() survivorId!: string;
  @IsUUID() retiredId!: string;
  /** Both in one event: of two ids nothing is in order between them. */
  @ValidateNested() @Type(() => StandingAfterUnmerge) survivor!: StandingAfterUnmerge;
  @ValidateNested() @Type(() => StandingAfterUnmerge) retired!: StandingAfterUnmerge;
}
