import type { ContentKind } from '#contracts';
import type { Fault } from '../people/stated-patient.rules.js';
import { isBelow } from './child.rules.js';
import type { FamilyPerson, Terms } from './recipients.rules.js';

export interface StatedRelative {
  guardian: boolean;
  kinds: readonly ContentKind[];
  consentBy: 'patient' | 'guardian';
  saidAt: Date;
  from: Date;
  until: Date | null;
}

export interface NamingTerms extends Terms {
  /** Below this age only a guardian says it (PIPL Art. 31). */
  ownConsentAge: number;
}

/** PT-7: what cannot stand on record. @param relative null of somebody without a record */
export function faultsInRelative(
  stated: StatedRelative,
  person: FamilyPerson,
  relative: FamilyPerson | null,
  terms: NamingTerms,
): Fault[] {
  const { now, zone, childAge } = terms;
  const child = isBelow(person.birthDate, childAge, now, zone);
  const faults = [...faultsInConsent(stated, person, child, terms), ...faultsInTimes(stated, now)];
  if (stated.guardian && !child) faults.push({ field: 'guardian', code: 'guardian-of-adult' });
  if (relative === null) {
    if (stated.kinds.includes('marketing')) faults.push({ field: 'kinds', code: 'marketing-needs-record' });
    return faults;
  }
  if (relative.deceased) faults.push({ field: 'relativePatientId', code: 'relative-deceased' });
  if (isBelow(relative.birthDate, childAge, now, zone)) {
    if (stated.guardian) faults.push({ field: 'guardian', code: 'relative-is-child' });
    if (stated.kinds.length > 0) faults.push({ field: 'kinds', code: 'relative-is-child' });
  }
  return faults;
}

/** A young child's word is the guardian's, an older one's either, an adult's own. */
function faultsInConsent(
  { consentBy }: StatedRelative,
  { birthDate }: FamilyPerson,
  child: boolean,
  { now, zone, ownConsentAge }: NamingTerms,
): Fault[] {
  const field = 'consent.by';
  if (consentBy === 'guardian') return child ? [] : [{ field, code: 'only-of-child' }];
  return isBelow(birthDate, ownConsentAge, now, zone) ? [{ field, code: 'says-guardian' }] : [];
}

function faultsInTimes({ saidAt, from, until }: StatedRelative, now: Date): Fault[] {
  const faults: Fault[] = [];
  if (saidAt > now) faults.push({ field: 'consent.saidAt', code: 'in-the-future' });
  if (until !== null && until <= from) faults.push({ field: 'until', code: 'before-it-begins' });
  return faults;
}
