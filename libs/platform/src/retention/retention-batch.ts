import type { EntityManager } from 'typeorm';
import type { RetentionRule } from './retention-rule.js';

const DAY_MS = 86_400_000;

/** What is older than this goes. */
export function horizon(rule: RetentionRule, now: Date): Date {
  return new Date(now.getTime() - rule.days * DAY_MS);
}

/** Deletes at most `limit` rows that are too old, oldest first. @returns how many went. */
export async function removeBatch(tx: EntityManager, rule: RetentionRule, now: Date, limit: number): Promise<number> {
  if (rule.remove) return rule.remove(tx, horizon(rule, now), limit);
  const [, removed]: [unknown, number] = await tx.query(deletion(rule), [horizon(rule, now), limit]);
  return removed;
}

/** Rows somebody works on are passed over: they are young enough tomorrow, or old enough still. */
export function deletion({ table, age, condition }: RetentionRule): string {
  return `DELETE FROM ${table} WHERE ctid = ANY (ARRAY (
    SELECT ctid FROM ${table} WHERE ${age} < $1${condition === undefined ? '' : ` AND ${condition}`}
     ORDER BY ${age} LIMIT $2 FOR UPDATE SKIP LOCKED))`;
}

/** The age of the oldest row under the rule, or undefined when there is none. */
export function oldestRow({ table, age, condition }: RetentionRule): string {
  return `SELECT ${age} AS oldest FROM ${table} WHERE ${age} IS NOT NULL${
    condition === undefined ? '' : ` AND ${condition}`
  } ORDER BY ${age} LIMIT 1`;
}
