import type {
  ProtocolContact,
  ProtocolDefinition,
  ProtocolRecurrence,
  ProtocolStep,
  QuestionnaireUse,
} from './protocol.rules.js';

/** A fault of a protocol's document: `field` is a JSON pointer (RFC 6901) to it, `code` a reason of the catalogue. */
export interface DocumentFault {
  field: string;
  code:
    | 'nothing-to-do'
    | 'window-negative'
    | 'window-reversed'
    | 'step-without-time'
    | 'step-with-two-times'
    | 'steps-out-of-order'
    | 'key-doubled'
    | 'ages-reversed'
    | 'recurrence-overlapping'
    | 'escalation-after-lapse'
    | 'form-without-questionnaire'
    | 'questionnaire-unpublished';
}

type Contacts = Pick<ProtocolDefinition, 'steps' | 'recurrence'>;

const HOURS_A_DAY = 24;

/** What is wrong with a document whose fields each are well formed (FU-5): what only shows between them. */
export function faultsIn({ appliesTo, steps, recurrence }: ProtocolDefinition): DocumentFault[] {
  return [
    ...agesReversed(appliesTo),
    ...nothingToDo(steps, recurrence),
    ...steps.flatMap((step, index) => faultsOfStep(step, `/steps/${index}`)),
    ...outOfOrder(steps),
    ...doubledKeys(steps, recurrence),
    ...formsAskingNothing({ steps, recurrence }),
    ...lateEscalations(steps, recurrence),
    ...(recurrence === undefined ? [] : overlapping(recurrence)),
  ];
}

/** Every contact, with a pointer to it. */
function contactsOf({ steps, recurrence }: Contacts): [ProtocolContact, string][] {
  const placed = steps.map((step, index): [ProtocolContact, string] => [step, `/steps/${index}`]);
  return recurrence ? [...placed, [recurrence, '/recurrence']] : placed;
}

/** Every questionnaire a document names, with a pointer to it. */
export function questionnairesIn(contacts: Contacts): [QuestionnaireUse, string][] {
  return contactsOf(contacts).flatMap(([{ questionnaire }, pointer]): [QuestionnaireUse, string][] =>
    questionnaire ? [[questionnaire, `${pointer}/questionnaire`]] : [],
  );
}

/** A form is a questionnaire by link: without one it would open, send nothing and lapse. */
function formsAskingNothing(contacts: Contacts): DocumentFault[] {
  return contactsOf(contacts).flatMap(([{ mode, questionnaire }, pointer]): DocumentFault[] =>
    mode === 'form' && !questionnaire
      ? [{ field: `${pointer}/questionnaire`, code: 'form-without-questionnaire' }]
      : [],
  );
}

/** What lapsed is closed: nobody would ever be told. */
function lateEscalations(steps: ProtocolStep[], recurrence: ProtocolRecurrence | undefined): DocumentFault[] {
  const placed = [
    ...steps.map((step, index) => ({ ...step, pointer: `/steps/${index}` })),
    ...(recurrence ? [{ ...recurrence, pointer: '/recurrence' }] : []),
  ];
  return placed.flatMap(({ escalation, lapseAfterDays, pointer }): DocumentFault[] =>
    escalation && escalation.afterHours >= Math.max(1, lapseAfterDays * HOURS_A_DAY)
      ? [{ field: `${pointer}/escalation/afterHours`, code: 'escalation-after-lapse' }]
      : [],
  );
}

function agesReversed({ ages }: ProtocolDefinition['appliesTo']): DocumentFault[] {
  const isReversed = ages?.from !== undefined && ages.to !== undefined && ages.from > ages.to;
  return isReversed ? [{ field: '/appliesTo/ages', code: 'ages-reversed' }] : [];
}

function nothingToDo(steps: ProtocolStep[], recurrence: ProtocolRecurrence | undefined): DocumentFault[] {
  return steps.length === 0 && recurrence === undefined ? [{ field: '/steps', code: 'nothing-to-do' }] : [];
}

function faultsOfStep({ window, offset }: ProtocolStep, pointer: string): DocumentFault[] {
  if (window && offset) return [{ field: pointer, code: 'step-with-two-times' }];
  if (!window && !offset) return [{ field: pointer, code: 'step-without-time' }];
  if (offset && offset.hours < 0) return [{ field: `${pointer}/offset/hours`, code: 'window-negative' }];
  if (window && window.fromDay < 0) return [{ field: `${pointer}/window/fromDay`, code: 'window-negative' }];
  return window && window.toDay < window.fromDay ? [{ field: `${pointer}/window/toDay`, code: 'window-reversed' }] : [];
}

/** Due in hours from the anchor's day, to compare contacts of both kinds. */
function dueHours({ window, offset }: ProtocolStep): number {
  return offset ? offset.hours : (window?.toDay ?? 0) * HOURS_A_DAY;
}

function outOfOrder(steps: ProtocolStep[]): DocumentFault[] {
  return steps.flatMap((step, index) => {
    const before = steps[index - 1];
    return before && dueHours(step) < dueHours(before)
      ? [{ field: `/steps/${index}`, code: 'steps-out-of-order' }]
      : [];
  });
}

/** Keys name tasks within a plan; those of the series are numbered, and a step may not look like one of them. */
function doubledKeys(steps: ProtocolStep[], recurrence: ProtocolContact | undefined): DocumentFault[] {
  const seen = new Set<string>();
  return steps.flatMap(({ key }, index) => {
    const isOfSeries = recurrence !== undefined && new RegExp(`^${recurrence.key}(-\\d+)?$`).test(key);
    const doubled = seen.has(key) || isOfSeries;
    seen.add(key);
    return doubled ? [{ field: `/steps/${index}/key`, code: 'key-doubled' }] : [];
  });
}

const DAYS_OF_THE_SHORTEST_MONTH = 28;

/** The next visit of a series is made when the last one ends: it may not open before that. */
function overlapping({ everyMonths, opensBeforeDays, lapseAfterDays }: ProtocolRecurrence): DocumentFault[] {
  return opensBeforeDays + lapseAfterDays >= everyMonths * DAYS_OF_THE_SHORTEST_MONTH
    ? [{ field: '/recurrence/lapseAfterDays', code: 'recurrence-overlapping' }]
    : [];
}
