import type { PlanEndReason } from '#contracts';
import type { Day } from '../calendar/hospital-day.rules.js';
import type { PlanAnchor } from '../protocols/protocol.rules.js';

export const PLAN_STATUSES = ['active', 'paused', 'ended'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

/** What took back what a plan counts from: ADT A13, A11 for the whole visit, or another code for the operation. */
export type Withdrawal = Extract<PlanEndReason, 'discharge-cancelled' | 'visit-cancelled' | 'procedure-withdrawn'>;

/** What a person said that ends follow-up until it is taken back. */
export type Bar = Extract<PlanEndReason, 'do-not-contact' | 'consent-withdrawn'>;

/** What is known of a plan when its standing is decided. */
export interface PlanFacts {
  id: string;
  anchor: PlanAnchor;
  /** Null for what was asked for at will. */
  encounterId: string | null;
  protocolCode: string;
  departmentCode: string | null;
  dischargeNumber: number;
  /** The discharge, operation or visit, or its arrival here when it is dated in the future: a mistyped year outranks no later stay. */
  leftAt: Date;
  leftOn: Day;
  status: PlanStatus;
  endReason: PlanEndReason | null;
  withdrawal: Withdrawal | null;
}

/** A stay that goes on, with the last day on which the patient is known to have been in hospital for it. */
export interface OpenStay {
  encounterId: string;
  lastSeenOn: Day;
}

/** Everything that decides which plans of one person run; ids that were merged count as one person. */
export interface PersonFacts {
  deceased: boolean;
  /** Why nobody may follow this person up: no contact is wanted at all (PT-11), or no follow-up (PT-9). */
  barredBy: Bar | null;
  /** Cured of what the stays up to then were about (PT-11). */
  curedAt: Date | null;
  plans: PlanFacts[];
  openStays: OpenStay[];
}

export type Standing =
  { status: 'active' } | { status: 'paused'; pausedBy: string } | { status: 'ended'; reason: PlanEndReason };

export type PlanChange = Standing & { planId: string };

/** A readmission is a stay that goes on at or after the day the patient left. */
function readmission(plan: PlanFacts, openStays: OpenStay[]): OpenStay | undefined {
  return openStays.find((stay) => stay.encounterId !== plan.encounterId && stay.lastSeenOn >= plan.leftOn);
}

/** What follows from a stay: the next discharge makes it out of date. A visit's, or one at will, goes on after a stay. */
const OF_STAYS: readonly PlanAnchor[] = ['discharge', 'operation', 'admission'];

/**
 * Whether another plan takes the place of this one: the discharge of a later stay, or a corrected one of the same; and a
 * later visit to the same department by the same protocol. The discharge of a stay leaves its operations' plans alone.
 */
function replacementBy(other: PlanFacts, plan: PlanFacts): 'readmitted' | 'replaced' | undefined {
  if (other.anchor === 'discharge' && OF_STAYS.includes(plan.anchor)) {
    return isLater(other, plan) ? 'readmitted' : undefined;
  }
  const sameCourse =
    other.anchor === 'visit' &&
    plan.anchor === 'visit' &&
    other.protocolCode === plan.protocolCode &&
    other.departmentCode === plan.departmentCode;
  return sameCourse && isLater(other, plan) ? 'replaced' : undefined;
}

function isLater(other: PlanFacts, plan: PlanFacts): boolean {
  if (other.encounterId === plan.encounterId) {
    return plan.anchor === 'discharge' && other.dischargeNumber > plan.dischargeNumber;
  }
  const apart = other.leftAt.getTime() - plan.leftAt.getTime();
  return apart === 0 ? String(other.encounterId) > String(plan.encounterId) : apart > 0;
}

/** What is counted from an admission is for while the patient is in: the discharge ends it, and taken back it goes on. */
function isIn(plan: PlanFacts, openStays: OpenStay[]): boolean {
  return openStays.some(({ encounterId }) => encounterId === plan.encounterId);
}

/** How the plan would stand if it began now: whatever ended it before is left out. */
export function standingOf(plan: PlanFacts, person: PersonFacts): Standing {
  if (plan.withdrawal !== null) return { status: 'ended', reason: plan.withdrawal };
  if (person.deceased) return { status: 'ended', reason: 'deceased' };
  if (person.barredBy) return { status: 'ended', reason: person.barredBy };
  if (person.curedAt && plan.leftAt <= person.curedAt) return { status: 'ended', reason: 'cured' };
  const reasons = person.plans.flatMap((other) => (other.withdrawal === null && replacementBy(other, plan)) || []);
  if (reasons[0] !== undefined) return { status: 'ended', reason: reasons[0] };
  if (plan.anchor === 'admission' && !isIn(plan, person.openStays)) return { status: 'ended', reason: 'discharged' };
  const stay = readmission(plan, person.openStays);
  return stay ? { status: 'paused', pausedBy: stay.encounterId } : { status: 'active' };
}

/**
 * What may turn out not to be so: the later discharge or visit that replaced the plan is taken back, or the visit that
 * was cancelled by mistake is told again; or the right code of an operation chooses the same protocol.
 */
const UNDONE_LATER: readonly (PlanEndReason | null)[] = [
  'readmitted',
  'replaced',
  'visit-cancelled',
  'discharged',
  'procedure-withdrawn',
];

/** What may be put right when the date that a plan counts from is: by the wrong one it was out of date, or long past. */
export const ENDED_BY_DATE: readonly (PlanEndReason | null)[] = ['readmitted', 'completed'];

/** A plan once ended stays so, except for these. */
function isFinal(plan: PlanFacts, standing: Standing): boolean {
  return plan.status === 'ended' && (!UNDONE_LATER.includes(plan.endReason) || standing.status === 'ended');
}

/**
 * What must change so that every plan stands as the facts say (FU-6): a death, a withdrawn discharge, a cure or the wish
 * to be left alone ends it,
 * a later discharge replaces it, a readmission pauses it, and when that is cancelled it goes on.
 * It depends on the facts alone, so the order in which events of merged ids arrive makes no difference.
 */
export function settle(person: PersonFacts): PlanChange[] {
  return person.plans.flatMap((plan) => {
    const standing = standingOf(plan, person);
    if (standing.status === plan.status || isFinal(plan, standing)) return [];
    return [{ planId: plan.id, ...standing }];
  });
}
