import { addDays, addMonths, dayOf, hourOf, type Day } from '../calendar/hospital-day.rules.js';
import type {
  ProtocolContact,
  ProtocolDefinition,
  ProtocolRecurrence,
  ProtocolStep,
} from '../protocols/protocol.rules.js';
import type { TaskKind, TaskMode } from '../tasks/task.rules.js';

/** A visit with its days: it can be done from `opensOn`, should be by `dueOn`, and lapses when `lapsesOn` ends. */
export interface ScheduledVisit {
  step: string;
  /** Which one of the recurring visits, from 1; null for a visit of its own window. */
  recurrence: number | null;
  nameZh: string;
  nameEn: string;
  kind: TaskKind;
  mode: TaskMode;
  questionnaireCode: string | null;
  questionnaireVersion: number | null;
  skill: string | null;
  opensOn: Day;
  /** The moment it opens; null for 00:00 of `opensOn`. */
  opensAt: Date | null;
  dueOn: Day;
  /** The moment it is due, for a step counted in hours. */
  dueAt: Date | null;
  lapsesOn: Day;
  /** Hours after it was due, when somebody is told; null: nobody is. */
  escalatesAfterHours: number | null;
}

/** What is to be done at a visit, whenever it is. */
function contentOf({ nameZh, nameEn, kind, mode, questionnaire, skill, escalation }: ProtocolContact) {
  return {
    nameZh,
    nameEn,
    kind: kind ?? 'visit',
    mode: mode ?? 'call',
    questionnaireCode: questionnaire?.code ?? null,
    questionnaireVersion: questionnaire?.version ?? null,
    skill: skill ?? null,
    escalatesAfterHours: escalation?.afterHours ?? null,
  } as const;
}

/** What visits are counted from: the moment and the hospital's day of a discharge, an operation, a visit … */
export interface Anchor {
  at: Date;
  on: Day;
  /** The hospital's time zone. */
  zone: string;
}

const HOUR = 3_600_000;

function stepVisit(step: ProtocolStep, anchor: Anchor): ScheduledVisit {
  const days = step.offset ? daysOfOffset(step, step.offset.hours, anchor) : daysOfWindow(step, anchor);
  return { step: step.key, recurrence: null, ...contentOf(step), ...days };
}

function daysOfWindow({ window, batchHour, lapseAfterDays }: ProtocolStep, { on, zone }: Anchor) {
  const { fromDay, toDay } = window ?? { fromDay: 0, toDay: 0 };
  const [opensOn, dueOn] = [addDays(on, fromDay), addDays(on, toDay)];
  const opensAt = batchHour === undefined ? null : hourOf(opensOn, batchHour, zone);
  return { opensOn, opensAt, dueOn, dueAt: null, lapsesOn: addDays(dueOn, lapseAfterDays) };
}

/** Opens and is due at the hour, or at the first batch hour from then on. */
function daysOfOffset({ batchHour, lapseAfterDays }: ProtocolStep, hours: number, { at, zone }: Anchor) {
  const exact = new Date(at.getTime() + hours * HOUR);
  const dueAt = batchHour === undefined ? exact : nextBatch(exact, batchHour, zone);
  const dueOn = dayOf(dueAt, zone);
  return { opensOn: dueOn, opensAt: dueAt, dueOn, dueAt, lapsesOn: addDays(dueOn, lapseAfterDays) };
}

function nextBatch(from: Date, batchHour: number, zone: string): Date {
  const day = dayOf(from, zone);
  const batch = hourOf(day, batchHour, zone);
  return batch >= from ? batch : hourOf(addDays(day, 1), batchHour, zone);
}

/** The k-th recurring visit, always from the anchor: neither lateness nor a short month shifts the series (FU-2). */
export function recurringVisit(recurrence: ProtocolRecurrence, anchoredOn: Day, k: number): ScheduledVisit {
  const dueOn = addMonths(addDays(anchoredOn, recurrence.anchorDays), recurrence.everyMonths * k);
  return {
    step: `${recurrence.key}-${k}`,
    recurrence: k,
    ...contentOf(recurrence),
    nameZh: `${recurrence.nameZh}（第${k}次）`,
    nameEn: `${recurrence.nameEn} ${k}`,
    opensOn: addDays(dueOn, -recurrence.opensBeforeDays),
    opensAt: null,
    dueOn,
    dueAt: null,
    lapsesOn: addDays(dueOn, recurrence.lapseAfterDays),
  };
}

/** The first recurring visit after number `after` that has not lapsed yet; undefined when the protocol has none. */
export function nextRecurring(
  protocol: ProtocolDefinition,
  anchoredOn: Day,
  after: number,
  today: Day,
): ScheduledVisit | undefined {
  if (protocol.recurrence === undefined) return undefined;
  for (let k = after + 1; ; k += 1) {
    const visit = recurringVisit(protocol.recurrence, anchoredOn, k);
    if (visit.lapsesOn >= today) return visit;
  }
}

/** Whether the end of this visit, done or lapsed, makes the next recurring one. */
export function carriesSeries(protocol: ProtocolDefinition, step: string, recurrence: number | null): boolean {
  return recurrence !== null || protocol.steps.at(-1)?.key === step;
}

/** The visits a plan begins with: every step, and the series too when its predecessor has lapsed by `today`. */
export function firstVisits(protocol: ProtocolDefinition, anchor: Anchor, today: Day): ScheduledVisit[] {
  const visits = protocol.steps.map((step) => stepVisit(step, anchor));
  const last = visits.at(-1);
  if (last !== undefined && last.lapsesOn >= today) return visits;
  const recurring = nextRecurring(protocol, anchor.on, 0, today);
  return recurring ? [...visits, recurring] : visits;
}
