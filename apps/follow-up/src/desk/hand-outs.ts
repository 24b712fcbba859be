import { prepared } from '#platform';
import type { EntityManager } from 'typeorm';

const HANDED = 'SELECT 1 FROM task_hand_out WHERE task_id = $1 AND account_id = $2';
const FORGET = 'DELETE FROM task_hand_out WHERE task_id = $1 AND account_id = $2';

/** It was handed to this nurse, and she has said nothing since of what came of it. */
export async function wasHanded(tx: EntityManager, taskId: string, accountId: string): Promise<boolean> {
  const rows = await prepared(tx, 'desk.hand-out.was', HANDED, [taskId, accountId]);
  return rows.length > 0;
}

/** She said what came of it, or gave it back: a second record of the same call is none. */
export async function forgetHandOut(tx: EntityManager, taskId: string, accountId: string): Promise<void> {
  await prepared(tx, 'desk.hand-out.end', FORGET, [taskId, accountId]);
}
