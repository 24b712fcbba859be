import type { Urgency } from '#contracts';
import { channelsFor, quietFor, type Preferences } from './preferences.rules.js';
import { quietUntil, type QuietHours } from './quiet-hours.rules.js';

export interface TellingPolicy {
  quiet: QuietHours;
  /** So many normal and low ones a window are told one by one; what comes then is collected. */
  stormLimit: number;
  stormWindowSeconds: number;
}

/** One that was told lately: alone, or a whole digest. */
export interface Told {
  at: Date;
  digest: boolean;
}

export interface Person {
  onDuty: boolean;
  preferences: Preferences;
  /** Normal and low ones within the window, in any order. */
  toldLately: readonly Told[];
}

export interface Waiting {
  id: string;
  urgency: Urgency;
  /** When it was to be told. */
  owedAt: Date;
}

/** What is told now, in order of urgency; the rest waits until `again`. */
export interface Flush<T extends Waiting = Waiting> {
  singly: T[];
  digest: T[];
  again: Date | null;
}

/** One owed for longer is overdue: the service was down. */
export const OVERDUE_MS = 3_600_000;

const RANK: Record<Urgency, number> = { red: 0, normal: 1, low: 2 };

/**
 * When somebody is told one more: red at once, the others after his quiet hours unless on duty, and not in a storm (ORG-2).
 * What he wants to hear of by no channel disturbs nobody: it is in the inbox at once.
 */
export function whenToTell(urgency: Urgency, now: Date, person: Person, policy: TellingPolicy): Date {
  if (urgency === 'red' || isSilent(urgency, person)) return now;
  const hours = person.onDuty ? null : quietFor(urgency, person.preferences, policy.quiet);
  return (hours && quietUntil(now, hours)) ?? stormUntil(now, person.toldLately, policy) ?? now;
}

/** When a storm has passed: as many as may be told one by one have been, or a digest was, within the window. */
function stormUntil(now: Date, toldLately: readonly Told[], policy: TellingPolicy): Date | null {
  const window = policy.stormWindowSeconds * 1000;
  const lately = toldLately
    .filter(({ at }) => at.getTime() > now.getTime() - window)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const last = lately.find(({ digest }) => digest) ?? lately[policy.stormLimit - 1];
  return last ? new Date(last.at.getTime() + window) : null;
}

function isSilent(urgency: Urgency, { preferences }: Person): boolean {
  return channelsFor(urgency, preferences).length === 0;
}

export function isOverdue(owedAt: Date, now: Date): boolean {
  return now.getTime() - owedAt.getTime() > OVERDUE_MS;
}

/**
 * What a person whose notifications wait is told now: one by itself, several as one digest. Red ones stand alone, unless
 * they are overdue after a downtime: then their minute has passed, and they lead the digest.
 */
export function flushOf<T extends Waiting>(
  waiting: readonly T[],
  now: Date,
  person: Person,
  policy: TellingPolicy,
): Flush<T> {
  const timed = waiting.map((each) => ({ each, at: whenToTell(each.urgency, now, person, policy) }));
  const tellable = timed.filter(({ at }) => at <= now).map(({ each }) => each);
  const later = timed.filter(({ at }) => at > now).map(({ at }) => at.getTime());
  const collected = tellable
    .filter(({ urgency }) => !isSilent(urgency, person))
    .filter(({ urgency, owedAt }) => urgency !== 'red' || isOverdue(owedAt, now));
  const digest = collected.length > 1 ? byUrgency(collected) : [];
  return {
    singly: byUrgency(tellable.filter((each) => !digest.includes(each))),
    digest,
    again: later.length > 0 ? new Date(Math.min(...later)) : null,
  };
}

function byUrgency<T extends Waiting>(waiting: readonly T[]): T[] {
  return waiting.toSorted(
    (a, b) => RANK[a.urgency] - RANK[b.urgency] || a.owedAt.getTime() - b.owedAt.getTime() || a.id.localeCompare(b.id),
  );
}
