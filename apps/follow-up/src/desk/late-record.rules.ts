import type { AttemptOutcome } from '../calls/attempt.rules.js';

/** What is known when a nurse says what came of her call. */
export interface RecordFacts {
  isOpen: boolean;
  /** Who has the task in hand now. */
  hand: 'hers' | 'nobody' | 'another';
  /** It was handed to her, and since then she has neither recorded anything nor given it back. */
  wasHanded: boolean;
  /** She read the task as it stands. */
  isCurrent: boolean;
  outcome: AttemptOutcome;
}

/**
 * `acts`: the task goes on or ends by it. `late`: it is kept with the task, which has gone its way without it. The others
 * are refusals: nothing was lost, as no task was handed to whoever asks, or it can be sent again.
 */
export type Standing = 'acts' | 'late' | 'task-not-open' | 'task-claimed' | 'changed';

/** What becomes of a record (FU-7, ADR 77): a call that was made is never refused to the nurse who was asked to make it. */
export function standingOf({ isOpen, hand, wasHanded, isCurrent, outcome }: RecordFacts): Standing {
  if (!isOpen) return wasHanded ? 'late' : 'task-not-open';
  if (hand === 'another' && !wasHanded) return 'task-claimed';
  if (hand === 'another' && !spokeWithSomebody(outcome)) return 'late';
  return isCurrent ? 'acts' : 'changed';
}

/** Then nobody needs to call once more: whoever has the task in hand by now is spared it. */
function spokeWithSomebody(outcome: AttemptOutcome): boolean {
  return outcome !== 'no-answer' && outcome !== 'busy';
}
