import type { EntityManager } from 'typeorm';
import type { Effects } from '../plans/chronicle.js';
import type { ResponseEntity } from '../responses/response.entity.js';
import { GreenChannelCaseEntity } from './green-channel-case.entity.js';
import { trailLine } from './green-channel-effects.js';

type Response = Readonly<ResponseEntity>;

/** Whether it corrects an answer so old that it says nothing of the pain now. @param minutes how long one is new */
export async function isLateCorrection(
  tx: EntityManager,
  { amends, rootId }: Response,
  now: Date,
  minutes: number,
): Promise<boolean> {
  if (amends === null) return false;
  const late: unknown[] = await tx.query('SELECT 1 FROM questionnaire_response WHERE id = $1 AND recorded_at < $2', [
    rootId,
    new Date(now.getTime() - minutes * 60_000),
  ]);
  return late.length > 0;
}

/** The open case that this answer opened, before it was corrected; locked. */
export function caseOfCorrected(
  tx: EntityManager,
  { amends, rootId }: Response,
): Promise<GreenChannelCaseEntity | null> {
  if (amends === null) return Promise.resolve(null);
  return tx.findOne(GreenChannelCaseEntity, {
    where: { responseRootId: rootId, status: 'open' },
    lock: { mode: 'pessimistic_write' },
  });
}

/** The doctor calls all the same, and sees what was corrected. */
export async function noteLowered(
  tx: EntityManager,
  found: GreenChannelCaseEntity,
  score: number,
  effects: Effects,
): Promise<void> {
  const note = `评分已更正为 ${score} 分 The score was corrected to ${score}`;
  await tx.update(GreenChannelCaseEntity, { id: found.id }, { note });
  trailLine(effects, found, 'pain-score-corrected', `score ${score}`);
}
