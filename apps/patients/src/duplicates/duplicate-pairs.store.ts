import { newId } from '#platform';
import type { EntityManager } from 'typeorm';
import { descendantsOf } from '../people/families.js';
import type { Resemblance } from './duplicate.rules.js';

export interface Pair {
  oneId: string;
  otherId: string;
}

export function pairOf(a: string, b: string): Pair {
  return a < b ? { oneId: a, otherId: b } : { oneId: b, otherId: a };
}

export function pairKey({ oneId, otherId }: Pair): string {
  return `${oneId} ${otherId}`;
}

/** The open pairs that any of these are in. */
export function openPairs(tx: EntityManager, ids: string[]): Promise<Pair[]> {
  return tx.query(OPEN_PAIRS, [ids]);
}

/** Pairs of these that somebody told apart, under whichever of their ids. */
export async function pairsToldApart(tx: EntityManager, ids: string[]): Promise<Set<string>> {
  const rows: { one: string; other: string }[] = await tx.query(TOLD_APART, [ids]);
  return new Set(rows.map(({ one, other }) => pairKey(pairOf(one, other))));
}

/** Lists new pairs and says anew how alike known ones are. What a person decided stays decided. */
export async function listPairs(tx: EntityManager, pairs: (Pair & Resemblance)[], now: Date): Promise<void> {
  if (pairs.length === 0) return;
  const rows = pairs.toSorted(byKey).map(({ oneId, otherId, score, reasons }) => {
    return { id: newId(), one_id: oneId, other_id: otherId, score, reasons };
  });
  await tx.query(LIST, [JSON.stringify(rows), now]);
}

/** Nothing speaks for these any more. */
export async function closePairs(tx: EntityManager, pairs: Pair[], now: Date): Promise<void> {
  if (pairs.length === 0) return;
  const inOrder = pairs.toSorted(byKey);
  await tx.query(CLOSE, [inOrder.map(({ oneId }) => oneId), inOrder.map(({ otherId }) => otherId), now]);
}

/** The pair became one record; the retired one is compared no more. The caller holds both records. */
export async function settleMerged(
  tx: EntityManager,
  { survivorId, retiredId }: { survivorId: string; retiredId: string },
  decision: { by: string | null; reason: string | null },
  now: Date,
): Promise<void> {
  const { oneId, otherId } = pairOf(survivorId, retiredId);
  await tx.query(
    `SELECT 1 FROM duplicate_pair WHERE one_id = $1 OR other_id = $1 ORDER BY one_id, other_id FOR UPDATE`,
    [retiredId],
  );
  await tx.query(DECIDE, [oneId, otherId, 'merged', now, decision.by, decision.reason]);
  await tx.query(
    `UPDATE duplicate_pair SET state = 'closed', decided_at = $2
      WHERE state = 'open' AND (one_id = $1 OR other_id = $1)`,
    [retiredId, now],
  );
}

/** Somebody said that the two are not one person. */
export async function settleApart(
  tx: EntityManager,
  pair: Pair,
  decision: { by: string | null; reason: string },
  now: Date,
): Promise<void> {
  await tx.query(DECIDE, [pair.oneId, pair.otherId, 'dismissed', now, decision.by, decision.reason]);
}

function byKey(a: Pair, b: Pair): number {
  return pairKey(a) < pairKey(b) ? -1 : 1;
}

const OPEN_PAIRS = `
  SELECT one_id AS "oneId", other_id AS "otherId" FROM duplicate_pair
   WHERE one_id = ANY($1::uuid[]) AND state = 'open'
  UNION
  SELECT one_id, other_id FROM duplicate_pair WHERE other_id = ANY($1::uuid[]) AND state = 'open'`;

const TOLD_APART = `
  WITH family AS (${descendantsOf('SELECT unnest($1::uuid[]) AS id')})
  SELECT DISTINCT one.root AS one, other.root AS other
    FROM family one
    JOIN person_apart apart ON apart.one_id = one.id
    JOIN family other ON other.id = apart.other_id AND other.root <> one.root`;

const LIST = `
  INSERT INTO duplicate_pair AS pair (id, one_id, other_id, state, score, reasons, found_at)
  SELECT r.id, r.one_id, r.other_id, 'open', r.score, r.reasons, $2
    FROM json_populate_recordset(NULL::duplicate_pair, $1::json) r
  ON CONFLICT (one_id, other_id) DO UPDATE
    SET score = excluded.score, reasons = excluded.reasons, state = 'open',
        found_at = CASE pair.state WHEN 'open' THEN pair.found_at ELSE excluded.found_at END,
        decided_at = NULL, decided_by = NULL, decision_reason = NULL
  WHERE pair.state IN ('closed', 'merged')
     OR (pair.state = 'open' AND (pair.score, pair.reasons) IS DISTINCT FROM (excluded.score, excluded.reasons))`;

const CLOSE = `
  UPDATE duplicate_pair AS pair SET decided_at = $3, state = CASE WHEN EXISTS (
    SELECT 1 FROM person WHERE id IN (pair.one_id, pair.other_id) AND merged_into IN (pair.one_id, pair.other_id)
  ) THEN 'merged' ELSE 'closed' END
    FROM unnest($1::uuid[], $2::uuid[]) AS r (one_id, other_id)
   WHERE pair.one_id = r.one_id AND pair.other_id = r.other_id AND pair.state = 'open'`;

const DECIDE = `
  UPDATE duplicate_pair SET state = $3, decided_at = $4, decided_by = $5, decision_reason = $6
   WHERE one_id = $1 AND other_id = $2`;
