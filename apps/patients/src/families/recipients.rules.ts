import type { ConsentPurpose, ContentKind, PersonState, RecipientReason } from '#contracts';
import { isBelow } from './child.rules.js';

/** Somebody with a record, as far as messages go. */
export interface FamilyPerson {
  id: string;
  birthDate: string | null;
  deceased: boolean;
  states: readonly PersonState[];
  allowedPurposes: readonly ConsentPurpose[];
  /** E.164, the one to use first. */
  phones: readonly string[];
}

/** A relative somebody named. */
export interface FamilyTie {
  id: string;
  guardian: boolean;
  kinds: readonly ContentKind[];
  /** Whose word it was that copies go there. */
  consentBy: 'patient' | 'guardian';
  from: Date;
  until: Date | null;
  endedAt: Date | null;
  /** The living record of the relative; null of somebody without one. */
  record: FamilyPerson | null;
  /** E.164, of somebody without a record. */
  phone: string | null;
}

/** Why somebody gets nothing. */
export type Suppression =
  | 'deceased'
  | 'do-not-contact'
  | 'no-consent'
  | 'child'
  | 'patient-deceased'
  | 'patient-do-not-contact'
  | 'patient-no-consent'
  | 'relation-not-begun'
  | 'relation-ended'
  | 'merged'
  | 'kind-not-chosen'
  | 'came-of-age'
  | 'no-marketing-consent'
  | 'not-a-patient'
  | 'same-number'
  | 'no-guardian';

export interface Terms {
  now: Date;
  zone: string;
  /** Below this age messages go to the guardians. */
  childAge: number;
}

/** `tie` is null for the patient. */
export interface Got<T extends FamilyTie> {
  tie: T | null;
  reason: RecipientReason;
}
export interface Suppressed<T extends FamilyTie> {
  tie: T | null;
  why: Suppression;
}
export interface Recipients<T extends FamilyTie> {
  child: boolean;
  recipients: Got<T>[];
  suppressed: Suppressed<T>[];
  /** Why nothing is sent at all although the patient may be written to. */
  nobody: 'nobody-named-for-child' | null;
}

/** Appointments and medication are the care itself; a greeting needs no purpose, only that somebody wants contact. */
const PURPOSES: Record<ContentKind, ConsentPurpose | null> = {
  appointment: 'care',
  medication: 'care',
  'follow-up': 'follow-up',
  birthday: null,
  marketing: 'marketing',
};

/**
 * PT-7: who gets a message about a person, and why, and who does not, and why not. What concerns a child goes to the
 * guardians instead of the child; others get copies of the kinds that were agreed. Nothing that bars the patient's own
 * message (PT-9, PT-11) leaves a copy of it.
 * @param family in the order it was recorded: of two that are one person the first counts
 */
export function recipientsOf<T extends FamilyTie>(
  person: FamilyPerson,
  family: readonly T[],
  kind: ContentKind,
  terms: Terms,
): Recipients<T> {
  const child = isBelow(person.birthDate, terms.childAge, terms.now, terms.zone);
  const barred = barredFor(person, kind);
  const self = barred ?? (child ? 'child' : null);
  const found: Recipients<T> = { child, recipients: [], suppressed: [], nobody: null };
  if (self) found.suppressed.push({ tie: null, why: self });
  else found.recipients.push({ tie: null, reason: 'self' });

  const reached = new Set([person.id, ...(child ? [] : person.phones.slice(0, 1))]);
  for (const tie of guardiansFirst(family, child)) {
    const why = whyNot(tie, { kind, child, barred, reached }, terms);
    if (why) {
      found.suppressed.push({ tie, why });
      continue;
    }
    for (const mark of marksOf(tie)) reached.add(mark);
    found.recipients.push({ tie, reason: child && tie.guardian ? 'guardian-instead-of-child' : 'copy' });
  }
  return child && !barred ? withoutGuardian(found) : found;
}

/** While no guardian can be written to, nobody else hears of a child either. */
function withoutGuardian<T extends FamilyTie>(found: Recipients<T>): Recipients<T> {
  if (found.recipients.some(({ reason }) => reason === 'guardian-instead-of-child')) return found;
  const others = found.recipients.map(({ tie }) => ({ tie, why: 'no-guardian' as const }));
  const suppressed = [...found.suppressed, ...others];
  return { child: true, recipients: [], suppressed, nobody: 'nobody-named-for-child' };
}

interface Situation {
  kind: ContentKind;
  child: boolean;
  /** Why the patient's own message is barred. */
  barred: Suppression | null;
  /** Records and numbers that get it already. */
  reached: ReadonlySet<string>;
}

function whyNot(tie: FamilyTie, { kind, child, barred, reached }: Situation, terms: Terms): Suppression | null {
  const { now, zone, childAge } = terms;
  const { record } = tie;
  if (tie.endedAt !== null && tie.endedAt <= now) return 'relation-ended';
  if (tie.until !== null && tie.until <= now) return 'relation-ended';
  if (tie.from > now) return 'relation-not-begun';
  if (barred) return `patient-${barred}` as Suppression;
  if (record && reached.has(record.id)) return 'merged';
  if (record?.deceased) return 'deceased';
  if (record?.states.includes('do-not-contact')) return 'do-not-contact';
  if (record && isBelow(record.birthDate, childAge, now, zone)) return 'child';
  const notEntitled = child && tie.guardian ? null : whyNoCopy(tie, kind, child);
  if (notEntitled) return notEntitled;
  if (kind === 'marketing' && !record) return 'not-a-patient';
  if (kind === 'marketing' && !record?.allowedPurposes.includes('marketing')) return 'no-marketing-consent';
  return marksOf(tie).some((mark) => reached.has(mark)) ? 'same-number' : null;
}

/** What a guardian agreed to for a child ends when the child comes of age: it decides for itself then. */
function whyNoCopy(tie: FamilyTie, kind: ContentKind, child: boolean): Suppression | null {
  if (!child && tie.consentBy === 'guardian') return 'came-of-age';
  return tie.kinds.includes(kind) ? null : 'kind-not-chosen';
}

function barredFor(person: FamilyPerson, kind: ContentKind): 'deceased' | 'do-not-contact' | 'no-consent' | null {
  const purpose = PURPOSES[kind];
  if (person.deceased) return 'deceased';
  if (person.states.includes('do-not-contact')) return 'do-not-contact';
  return purpose !== null && !person.allowedPurposes.includes(purpose) ? 'no-consent' : null;
}

/** So that of two entries for one person the one that counts is the guardian's. */
function guardiansFirst<T extends FamilyTie>(family: readonly T[], child: boolean): T[] {
  return child ? family.toSorted((a, b) => Number(b.guardian) - Number(a.guardian)) : [...family];
}

/** What a message reaches somebody by: the record, and the number it would go to. */
function marksOf({ record, phone }: FamilyTie): string[] {
  const [number = null] = record ? record.phones : [phone];
  return [record?.id ?? null, number].filter((mark) => mark !== null);
}
