import { prepared } from '#platform';
import type { EntityManager } from 'typeorm';

const NOTE = `
  INSERT INTO task_hand_out (task_id, account_id, at) VALUES ($1, $2, $3)
  ON CONFLICT (task_id, account_id) DO UPDATE SET at = excluded.at`;
const FORGET = 'DELETE FROM task_hand_out WHERE task_id = $1 AND account_id = $2';

/** Whoever has this task in hand from now on may say what came of it, whatever becomes of the task (ADR 77). */
export async function noteHandOut(tx: EntityManager, taskId: string, accountId: string, now: Date): Promise<void> {
  await prepared(tx, 'desk.hand-out', NOTE, [taskId, accountId, now]);
}

export async function wasHanded(tx: EntityManager, taskId: string, accountId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query('SELECT 1 FROM task_hand_out WHERE task_id = $1 AND account_id = $2', [
    taskId,
    accountId,
  ]);
  return rows.length > 0;
}

/** She said what came of it, or gave it back: a second record of the same call is none. */
export async function forgetHandOut(tx: EntityManager, taskId: string, accountId: string): Promise<void> {
  await prepared(tx, 'desk.hand-out.end', FORGET, [taskId, accountId]);
}
