import type { ComplaintCallOutcome } from '#contracts';
import type { Score } from '../responses/score.rules.js';
import type { TaskEntity } from '../tasks/task.entity.js';

/** The question that decides, in whatever version the hospital asks. */
export const DECIDING_QUESTION = 'overall';
/** Fewer points of five: dissatisfied. Three, "neither", is no reason to begin again. */
const CONTENT_FROM = 3;

export type Verdict = 'satisfied' | 'unsatisfied';

/** What a complainant's answers say; undefined when the deciding question was left open (CP-4). */
export function verdictOf(scores: readonly Score[]): Verdict | undefined {
  const overall = scores.find(({ linkId, kind }) => linkId === DECIDING_QUESTION && kind === 'question');
  if (overall === undefined) return undefined;
  return overall.score < CONTENT_FROM ? 'unsatisfied' : 'satisfied';
}

/** What came of the call once its task is over. Whoever was spoken to without answering has declined. */
export function outcomeOf(
  { status, outcome }: Pick<TaskEntity, 'status' | 'outcome'>,
  verdict: Verdict | null,
): ComplaintCallOutcome {
  if (verdict !== null) return verdict;
  const wasSpokenTo = status === 'done' && (outcome === 'reached' || outcome === 'refused');
  return wasSpokenTo ? 'declined' : 'unreachable';
}
