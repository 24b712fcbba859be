import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { RefreshTokenState } from './refresh.rules.js';
import { SessionEntity } from './session.entity.js';

const STATE = `
  SELECT t.used_at AS "usedAt",
         EXISTS (SELECT 1 FROM refresh_token s WHERE s.given_for = t.hash AND s.used_at IS NOT NULL) AS "successorUsed",
         EXISTS (SELECT 1 FROM refresh_token s WHERE s.given_for = t.given_for AND s.hash <> t.hash
                                                 AND s.used_at IS NOT NULL) AS "siblingUsed"
    FROM refresh_token t WHERE t.hash = $1`;

/** 256 random bits need no salt. */
export function digest(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** Makes a token; only its digest is kept. @param givenFor the digest of the token it is exchanged for; null at sign-in */
export async function giveToken(tx: EntityManager, sessionId: string, givenFor: string | null): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await tx.query('INSERT INTO refresh_token (hash, session_id, given_for) VALUES ($1, $2, $3)', [
    digest(token),
    sessionId,
    givenFor,
  ]);
  return token;
}

/** Two who bring tokens of one session wait for each other. A session that has ended has none. */
export async function lockedSessionOf(tx: EntityManager, hash: string): Promise<SessionEntity | null> {
  const [token] = await tx.query<{ id: string }[]>('SELECT session_id AS id FROM refresh_token WHERE hash = $1', [
    hash,
  ]);
  if (!token) return null;
  return tx.findOne(SessionEntity, { where: { id: token.id }, lock: { mode: 'pessimistic_write' } });
}

/** What became of a token of a live session; the session is locked. */
export async function stateOf(tx: EntityManager, hash: string): Promise<RefreshTokenState> {
  const [state]: [RefreshTokenState] = await tx.query(STATE, [hash]);
  return state;
}

/** The grace counts from the first use: asking again does not make it longer. */
export async function markUsed(tx: EntityManager, hash: string, now: Date): Promise<void> {
  await tx.query('UPDATE refresh_token SET used_at = $2 WHERE hash = $1 AND used_at IS NULL', [hash, now]);
}
