import { Seeded, Weighted } from '../harness/seeded.js';

/** The day on which the made hospital stands; nothing of it depends on the day of the run. */
export const MADE_ON = '2026-11-22';
/** Discharges lie this many days back, evenly. */
const DAYS = 1_095;
/** Undone visits of this many days are still open: the backlog that nurses work off. */
const BACKLOG_DAYS = 400;
const DAY_MS = 86_400_000;
const FAR = new Date('2099-01-01T00:00:00Z');

const DEPARTMENTS = ['03.01', '03.02', '03.04', '04.01', '04.02', '05.01', '07.01', '10.01', '12.01', '13.01'];

/** As `discharge-default` says: opens and is due so many days after the discharge. */
const VISITS = [
  { step: 'visit-1', opens: 0, due: 7, lapses: 14 },
  { step: 'visit-2', opens: 15, due: 21, lapses: 28 },
  { step: 'visit-3', opens: 36, due: 42, lapses: 49 },
  { step: 'visit-4', opens: 64, due: 70, lapses: 77 },
  // One that the service makes of none of these: visits that are done make their next one while the nurses work.
  { step: 'recurring-99', opens: 153, due: 160, lapses: 190 },
];
export const TASKS_A_PLAN = VISITS.length;

const OUTCOMES = new Weighted<[status: string, outcome: string | null]>([
  [['done', 'reached'], 70],
  [['done', 'no-answer'], 14],
  [['done', 'refused'], 2],
  [['lapsed', null], 10],
  [['cancelled', null], 4],
]);

export type Row = Record<string, string | number | boolean | Date | null>;

export interface MadePlan {
  person: Row;
  stay: Row;
  plan: Row;
  tasks: Row[];
}

/** Ids grow with time, as those of the service do. */
const idOf = (kind: string, index: number) => `01900000-0000-7000-8${kind}00-${index.toString(16).padStart(12, '0')}`;
const dayAt = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const isRecurring = (step: string) => step.startsWith('recurring');

/** One person's stay with its plan and tasks, by its place in time. */
export function madePlan(random: Seeded, index: number, plans: number): MadePlan {
  const madeOn = Date.parse(`${MADE_ON}T02:00:00Z`);
  const left = madeOn - Math.floor(((plans - index) * DAYS) / plans) * DAY_MS;
  const [patientId, encounterId, planId] = [idOf('a', index), idOf('b', index), idOf('c', index)];
  const leftAt = new Date(left);
  const whose = { patient_id: patientId, encounter_id: encounterId };
  const department = random.of(DEPARTMENTS);
  const tasks = VISITS.map((visit, nth) => ({
    ...{ id: idOf('d', index * TASKS_A_PLAN + nth), plan_id: planId, ...whose, kind: 'visit', step: visit.step },
    ...{ recurrence: isRecurring(visit.step) ? 99 : null, name_zh: '随访', name_en: 'Visit' },
    ...{ opens_on: dayAt(left + visit.opens * DAY_MS), due_on: dayAt(left + visit.due * DAY_MS) },
    ...{ lapses_on: dayAt(left + visit.lapses * DAY_MS), version: 2 },
    ...standing(random, { opens: left + visit.opens * DAY_MS, due: left + visit.due * DAY_MS }, madeOn),
  }));
  return {
    person: { id: patientId, merged: false, deceased: false },
    stay: {
      ...whose,
      status: 'discharged',
      last_seen_on: dayAt(left),
      discharge_number: 1,
      class: 'inpatient',
      left_at: leftAt,
      department_code: department,
    },
    plan: {
      ...{ id: planId, ...whose, discharge_number: 1, protocol_code: 'discharge-default', protocol_version: 1 },
      ...{ status: 'active', anchored_at: leftAt, anchored_on: dayAt(left), left_at: leftAt, left_on: dayAt(left) },
      ...{ department_code: department, department_name: '科室', created_at: leftAt, version: 1 },
    },
    tasks,
  };
}

/** Of every ten tasks one is open, most are done. The calendar never comes to these rows. */
function standing(random: Seeded, { opens, due }: { opens: number; due: number }, now: number): Row {
  if (opens > now) return { status: 'planned', deadline_at: FAR };
  const isLate = now - due < BACKLOG_DAYS * DAY_MS && random.next() < 0.26;
  if (due >= now || isLate) return { status: 'open', deadline_at: FAR };
  const [status, outcome] = OUTCOMES.draw(random);
  const closedAt = new Date(due - random.below(5) * DAY_MS);
  const nurse = `nurse-${random.below(200)}`;
  if (status !== 'done') return { status, closed_at: closedAt, close_reason: status === 'cancelled' ? 'cured' : null };
  return {
    status,
    outcome,
    completed_at: closedAt,
    completed_by: nurse,
    completed_by_name: nurse,
    closed_at: closedAt,
  };
}

export function addDays(day: string, days: number): string {
  return dayAt(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS);
}
