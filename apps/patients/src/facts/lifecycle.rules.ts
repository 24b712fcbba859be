import type { EncounterClass, EncounterStatus, LifecycleStage } from '#contracts';

export interface LifecycleVisit {
  class: EncounterClass;
  status: EncounterStatus;
  beganAt: Date;
  dischargedAt: Date | null;
}

export interface LifecycleTerms {
  now: Date;
  /** Full days since the last visit after which another one is due. */
  revisitDays: number;
  /** Full days since the last visit after which somebody counts as lost (流失). */
  churnDays: number;
  /** False of the dead, the cured and those who want no contact (PT-11): nobody waits for them, they are not lost. */
  mayChurn: boolean;
}

/** When somebody was here last, and by which visit. */
export interface LastSeen<V> {
  visit: V;
  at: Date;
  /** How many visits and stays took place. */
  visits: number;
}

const DAY = 86_400_000;

/**
 * PT-1: from the visits that took place. Somebody who never came is a lead, never churned; somebody in a bed is here
 * now. Other visits count from their beginning: few senders say when an outpatient left.
 */
export function lifecycleStage(visits: LifecycleVisit[], terms: LifecycleTerms): LifecycleStage {
  const seen = lastSeen(visits, terms.now);
  if (!seen) return 'lead';
  return stageAfter(Math.floor((terms.now.getTime() - seen.at.getTime()) / DAY), seen.visits, terms);
}

/** Of two at the same time the one named later in the list counts. */
export function lastSeen<V extends LifecycleVisit>(visits: V[], now: Date): LastSeen<V> | undefined {
  const held = visits.filter(({ status }) => status === 'in-progress' || status === 'finished');
  let last: LastSeen<V> | undefined;
  for (const visit of held) {
    const at = lastSeenIn(visit, now);
    if (!last || at >= last.at) last = { visit, at, visits: held.length };
  }
  return last;
}

/** When the stage changes next by time alone; null when it does not. */
export function nextStageAt(lastSeenAt: Date, { now, revisitDays, churnDays }: LifecycleTerms): Date | null {
  const turns = [revisitDays, churnDays].map((days) => new Date(lastSeenAt.getTime() + days * DAY));
  const [next] = turns.filter((turn) => turn > now).toSorted((a, b) => a.getTime() - b.getTime());
  return next ?? null;
}

function stageAfter(
  days: number,
  visits: number,
  { churnDays, revisitDays, mayChurn }: LifecycleTerms,
): LifecycleStage {
  if (days >= churnDays && mayChurn) return 'churned';
  if (days >= revisitDays) return 'revisit-due';
  return visits === 1 ? 'first-visit' : 'active';
}

function lastSeenIn({ class: kind, status, beganAt, dischargedAt }: LifecycleVisit, now: Date): Date {
  return kind === 'inpatient' && status === 'in-progress' ? now : (dischargedAt ?? beganAt);
}
