import type { ConsentPurpose, LeaveReason, PersonState } from '#contracts';

/** What counts for somebody who is, or wants to be, in a community. */
export interface MemberStanding {
  deceased: boolean;
  states: readonly PersonState[];
  allowedPurposes: readonly ConsentPurpose[];
}

/** A group is care, and asks how it went: no marketing consent is needed, both of these are (PT-9). */
export const NEEDED_PURPOSES: readonly ConsentPurpose[] = ['care', 'follow-up'];

const HOUR_MS = 3_600_000;

/** PT-10: whether there is a place for one more. */
export function hasPlace(members: number, capacity: number): boolean {
  return members < capacity;
}

/** PT-9, PT-10, PT-11: why somebody cannot be in a community any more; null: nothing speaks against it. */
export function endedBy({ deceased, allowedPurposes }: MemberStanding): LeaveReason | null {
  if (deceased) return 'deceased';
  return NEEDED_PURPOSES.every((purpose) => allowedPurposes.includes(purpose)) ? null : 'consent-withdrawn';
}

/** PT-11: who wants no contact stays where he is and is neither asked in nor written to. */
export function mayBeTold({ deceased, states }: MemberStanding): boolean {
  return !deceased && !states.includes('do-not-contact');
}

/** PT-10: when a member of whom nothing is heard from then on counts as silent. */
export function silentFrom(heardAt: Date, hours: number): Date {
  return new Date(heardAt.getTime() + hours * HOUR_MS);
}

/** PT-10: whether nothing was heard for the whole time. */
export function isSilent(heardAt: Date, hours: number, now: Date): boolean {
  return silentFrom(heardAt, hours) <= now;
}

export interface ArrivalRate {
  /** Percent, to two places; null where nobody was a member. */
  ratePercent: number | null;
  /** Null where nobody was a member. */
  isMet: boolean | null;
}

/** PT-10: arrived ÷ members. Whether the goal is met is decided by the exact figures, not by the rounded rate. */
export function arrivalRate(arrived: number, members: number, goalPercent: number): ArrivalRate {
  if (members === 0) return { ratePercent: null, isMet: null };
  return {
    ratePercent: Math.round((arrived * 10_000) / members) / 100,
    isMet: arrived * 100 >= goalPercent * members,
  };
}
