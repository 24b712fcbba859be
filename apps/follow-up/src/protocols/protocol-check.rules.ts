import type { ProtocolContact, ProtocolDefinition, ProtocolRecurrence, ProtocolStep } from './protocol.rules.js';

/** A fault of a protocol's document: `pointer` is a JSON pointer (RFC 6901) to it, `code` a reason of the catalogue. */
export interface DocumentFault {
  pointer: string;
  code:
    | 'nothing-to-do'
    | 'window-negative'
    | 'window-reversed'
    | 'step-without-time'
    | 'step-with-two-times'
    | 'steps-out-of-order'
    | 'key-doubled'
    | 'ages-reversed'
    | 'recurrence-overlapping';
}

const HOURS_A_DAY = 24;

/** What is wrong with a document whose fields each are well formed (FU-5): what only shows between them. */
export function faultsIn({ appliesTo, steps, recurrence }: ProtocolDefinition): DocumentFault[] {
  const { ages } = appliesTo;
  const agesReversed = ages?.from !== undefined && ages.to !== undefined && ages.from > ages.to;
  return [
    ...(agesReversed ? [at('/appliesTo/ages', 'ages-reversed')] : []),
    ...(steps.length === 0 && recurrence === undefined ? [at('/steps', 'nothing-to-do')] : []),
    ...steps.flatMap((step, index) => faultsOfStep(step, `/steps/${index}`)),
    ...outOfOrder(steps),
    ...doubledKeys(steps, recurrence),
    ...(recurrence === undefined ? [] : overlapping(recurrence)),
  ];
}

function at(pointer: string, code: DocumentFault['code']): DocumentFault {
  return { pointer, code };
}

function faultsOfStep({ window, offset }: ProtocolStep, pointer: string): DocumentFault[] {
  if (window && offset) return [at(pointer, 'step-with-two-times')];
  if (!window && !offset) return [at(pointer, 'step-without-time')];
  if (offset && offset.hours < 0) return [at(`${pointer}/offset/hours`, 'window-negative')];
  if (window && window.fromDay < 0) return [at(`${pointer}/window/fromDay`, 'window-negative')];
  return window && window.toDay < window.fromDay ? [at(`${pointer}/window/toDay`, 'window-reversed')] : [];
}

/** Due in hours from the anchor's day, to compare contacts of both kinds. */
function dueHours({ window, offset }: ProtocolStep): number {
  return offset ? offset.hours : (window?.toDay ?? 0) * HOURS_A_DAY;
}

function outOfOrder(steps: ProtocolStep[]): DocumentFault[] {
  return steps.flatMap((step, index) => {
    const before = steps[index - 1];
    return before && dueHours(step) < dueHours(before) ? [at(`/steps/${index}`, 'steps-out-of-order')] : [];
  });
}

/** Keys name tasks within a plan; those of the series are numbered, and a step may not look like one of them. */
function doubledKeys(steps: ProtocolStep[], recurrence: ProtocolContact | undefined): DocumentFault[] {
  const seen = new Set<string>();
  return steps.flatMap(({ key }, index) => {
    const isOfSeries = recurrence !== undefined && new RegExp(`^${recurrence.key}(-\\d+)?$`).test(key);
    const doubled = seen.has(key) || isOfSeries;
    seen.add(key);
    return doubled ? [at(`/steps/${index}/key`, 'key-doubled')] : [];
  });
}

const DAYS_OF_THE_SHORTEST_MONTH = 28;

/** The next visit of a series is made when the last one ends: it may not open before that. */
function overlapping({ everyMonths, opensBeforeDays, lapseAfterDays }: ProtocolRecurrence): DocumentFault[] {
  return opensBeforeDays + lapseAfterDays >= everyMonths * DAYS_OF_THE_SHORTEST_MONTH
    ? [at('/recurrence/lapseAfterDays', 'recurrence-overlapping')]
    : [];
}
