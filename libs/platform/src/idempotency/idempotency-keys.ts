import type { EntityManager } from 'typeorm';
import { isLockTimeout } from '../database/transact.js';
import { Problem } from '../problems/problem.js';

/** How long a second caller waits for the first one's answer. */
const WAIT_MS = 10_000;

export interface KeyUse {
  actorId: string;
  key: string;
  /** Digest of method, path, query, body and If-Match. */
  fingerprint: string;
  /** Of the request that makes the answer. */
  requestId: string;
}

export interface KeptAnswer {
  status: number;
  headers: Record<string, string>;
  answer: string | null;
  /** Personal fields stand in it as they are. */
  unmasked: boolean;
}

/**
 * Takes the key for this transaction; while another one has it, waits for its end.
 * @param expired what was kept until then counts no more
 * @returns the answer kept under the key and the request that made it, or undefined when it is ours to make one
 * @throws Problem 422 when the key was used for another request, 409 when the wait was in vain
 */
export async function takeKey(
  tx: EntityManager,
  use: KeyUse,
  { now, expired }: { now: Date; expired: Date },
): Promise<(KeptAnswer & { requestId: string }) | undefined> {
  try {
    await tx.query(`SET LOCAL lock_timeout = ${WAIT_MS}`);
    const taken = await insertKey(tx, use, { now, expired });
    await tx.query('SET LOCAL lock_timeout = DEFAULT');
    return taken ? undefined : await kept(tx, use);
  } catch (error) {
    throw isLockTimeout(error) ? inUse() : error;
  }
}

async function insertKey(
  tx: EntityManager,
  use: KeyUse,
  { now, expired }: { now: Date; expired: Date },
): Promise<boolean> {
  await tx.query('DELETE FROM idempotency_key WHERE actor_id = $1 AND key = $2 AND created_at <= $3', [
    use.actorId,
    use.key,
    expired,
  ]);
  const rows: unknown[] = await tx.query(
    `INSERT INTO idempotency_key (actor_id, key, fingerprint, request_id, created_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING RETURNING key`,
    [use.actorId, use.key, use.fingerprint, use.requestId, now],
  );
  return rows.length > 0;
}

async function kept(tx: EntityManager, use: KeyUse): Promise<KeptAnswer & { requestId: string }> {
  const [row]: (KeptAnswer & { requestId: string; fingerprint: string })[] = await tx.query(
    `SELECT fingerprint, status, headers, answer, unmasked, request_id AS "requestId"
       FROM idempotency_key WHERE actor_id = $1 AND key = $2`,
    [use.actorId, use.key],
  );
  // Expired and deleted between the two statements: the next attempt finds the key free.
  if (!row) throw inUse();
  if (row.fingerprint !== use.fingerprint) throw new Problem(422, 'idempotency-key-reused');
  return row;
}

export async function keepAnswer(tx: EntityManager, { actorId, key }: KeyUse, given: KeptAnswer): Promise<void> {
  await tx.query(
    `UPDATE idempotency_key SET status = $3, headers = $4, answer = $5, unmasked = $6
      WHERE actor_id = $1 AND key = $2`,
    [actorId, key, given.status, given.headers, given.answer, given.unmasked],
  );
}

function inUse(): Problem {
  return Problem.conflict('idempotency-key-in-use', {}, { headers: { 'retry-after': '2' } });
}
