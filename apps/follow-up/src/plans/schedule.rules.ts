import { addDays, addMonths, type Day } from '../calendar/hospital-day.rules.js';
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
}

/** What is to be done at a visit, whenever it is. */
function contentOf({ nameZh, nameEn, kind, mode, questionnaire, skill }: ProtocolContact) {
  return {
    nameZh,
    nameEn,
    kind: kind ?? 'visit',
    mode: mode ?? 'call',
    questionnaireCode: questionnaire?.code ?? null,
    questionnaireVersion: questionnaire?.version ?? null,
    skill: skill ?? null,
  } as const;
}

function windowVisit(step: ProtocolStep, dischargedOn: Day): ScheduledVisit {
  const dueOn = addDays(dischargedOn, step.window.toDay);
  return {
    step: step.key,
    recurrence: null,
    ...contentOf(step),
    opensOn: addDays(dischargedOn, step.window.fromDay),
    opensAt: null,
    dueOn,
    dueAt: null,
    lapsesOn: addDays(dueOn, step.lapseAfterDays),
  };
}

/** The k-th recurring visit, always from the anchor: neither lateness nor a short month shifts the series (FU-2). */
export function recurringVisit(recurrence: ProtocolRecurrence, dischargedOn: Day, k: number): ScheduledVisit {
  const dueOn = addMonths(addDays(dischargedOn, recurrence.anchorDays), recurrence.everyMonths * k);
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
  dischargedOn: Day,
  after: number,
  today: Day,
): ScheduledVisit | undefined {
  if (protocol.recurrence === undefined) return undefined;
  for (let k = after + 1; ; k += 1) {
    const visit = recurringVisit(protocol.recurrence, dischargedOn, k);
    if (visit.lapsesOn >= today) return visit;
  }
}

/** Whether the end of this visit, done or lapsed, makes the next recurring one. */
export function carriesSeries(protocol: ProtocolDefinition, step: string, recurrence: number | null): boolean {
  return recurrence !== null || protocol.steps.at(-1)?.key === step;
}

/** The visits a plan begins with: every window, and the series too when its predecessor has lapsed by `today`. */
export function firstVisits(protocol: ProtocolDefinition, dischargedOn: Day, today: Day): ScheduledVisit[] {
  const visits = protocol.steps.map((step) => windowVisit(step, dischargedOn));
  const last = visits.at(-1);
  if (last !== undefined && last.lapsesOn >= today) return visits;
  const recurring = nextRecurring(protocol, dischargedOn, 0, today);
  return recurring ? [...visits, recurring] : visits;
}
