import type { EncounterClass, EncounterStatus } from '#contracts';

/** Where somebody stands with the hospital (PT-1). */
export const LIFECYCLE_STAGES = ['lead', 'first-visit', 'active', 'revisit-due', 'churned'] as const;
export type LifecycleStage = (typeof LIFECYCLE_STAGES)[number];

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
}

const DAY = 86_400_000;

/**
 * PT-1: from the visits that took place. Somebody who never came is a lead, never churned; somebody in a bed is here
 * now. Other visits count from their beginning: few senders say when an outpatient left.
 */
export function lifecycleStage(visits: LifecycleVisit[], terms: LifecycleTerms): LifecycleStage {
  const { now } = terms;
  const seen = visits.filter(({ status }) => status === 'in-progress' || status === 'finished');
  if (seen.length === 0) return 'lead';
  const last = Math.max(...seen.map((visit) => lastSeenIn(visit, now).getTime()));
  return stageAfter(Math.floor((now.getTime() - last) / DAY), seen.length, terms);
}

function stageAfter(days: number, visits: number, terms: LifecycleTerms): LifecycleStage {
  if (days >= terms.churnDays) return 'churned';
  if (days >= terms.revisitDays) return 'revisit-due';
  return visits === 1 ? 'first-visit' : 'active';
}

function lastSeenIn({ class: kind, status, beganAt, dischargedAt }: LifecycleVisit, now: Date): Date {
  return kind === 'inpatient' && status === 'in-progress' ? now : (dischargedAt ?? beganAt);
}
