import type { EntityManager } from 'typeorm';
import { prepared } from '../database/prepared.js';
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
    const taken = await insertKey(tx, use, { now, expired });
    return taken ? undefined : await kept(tx, use);
  } catch (error) {
    throw isLockTimeout(error) ? inUse() : error;
  }
}

/**
 * One round trip: the wait is limited for this statement alone, by setting the limit before the key is written and back
 * after it; an expired key is taken over where it stands.
 */
const TAKE = `
  WITH usual AS MATERIALIZED (
    SELECT current_setting('lock_timeout') AS wait
  ), limited AS MATERIALIZED (
    SELECT set_config('lock_timeout', '${WAIT_MS}', true) FROM usual
  ), taken AS (
    INSERT INTO idempotency_key AS kept (actor_id, key, fingerprint, request_id, created_at)
    SELECT $1, $2, $3, $4, $5::timestamptz FROM limited
    ON CONFLICT (actor_id, key) DO UPDATE
      SET fingerprint = excluded.fingerprint, request_id = excluded.request_id, created_at = excluded.created_at,
          status = NULL, headers = NULL, answer = NULL, unmasked = false
      WHERE kept.created_at <= $6
    RETURNING kept.key
  )
  SELECT counted.keys > 0 AS ours, set_config('lock_timeout', usual.wait, true)
    FROM (SELECT count(*) AS keys FROM taken) AS counted, usual`;

async function insertKey(
  tx: EntityManager,
  use: KeyUse,
  { now, expired }: { now: Date; expired: Date },
): Promise<boolean> {
  const values = [use.actorId, use.key, use.fingerprint, use.requestId, now, expired];
  const [row] = await prepared<{ ours: boolean }>(tx, 'idempotency.take', TAKE, values);
  return row?.ours ?? false;
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

const KEEP = `
  UPDATE idempotency_key SET status = $3, headers = $4, answer = $5, unmasked = $6 WHERE actor_id = $1 AND key = $2`;

export async function keepAnswer(tx: EntityManager, { actorId, key }: KeyUse, given: KeptAnswer): Promise<void> {
  const { status, headers, answer, unmasked } = given;
  await prepared(tx, 'idempotency.keep', KEEP, [actorId, key, status, headers, answer, unmasked]);
}

function inUse(): Problem {
  return Problem.conflict('idempotency-key-in-use', {}, { headers: { 'retry-after': '2' } });
}
