import type { EntityManager } from 'typeorm';
import type { PersonDataSection } from './person-data.js';

const AT_ONCE = 500;
/** Of rows that may be of many megabytes each. */
export const LONG_ROWS_AT_ONCE = 8;
let cursors = 0;

type Row = Record<string, unknown>;

/**
 * The rows of a query, some at a time, however many there are; read when they are taken, inside the transaction.
 * @param sql the code's own words, never input
 * @param atOnce how many are in memory together
 */
export async function* readRows(
  tx: EntityManager,
  sql: string,
  values: unknown[],
  atOnce = AT_ONCE,
): AsyncGenerator<Row, void> {
  const cursor = `person_rows_${(cursors += 1)}`;
  await tx.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${sql}`, values);
  for (;;) {
    const rows: Row[] = await tx.query(`FETCH ${atOnce} FROM ${cursor}`);
    yield* rows;
    if (rows.length < atOnce) break;
  }
  await tx.query(`CLOSE ${cursor}`);
}

/**
 * A section of what a query finds of the person: its $1 are the ids, or what else is given.
 * @param title Chinese and English
 */
export function sectionOf(
  tx: EntityManager,
  name: string,
  [zh, en]: [zh: string, en: string],
  sql: string,
  ...values: unknown[]
): PersonDataSection {
  return { name, title: { 'zh-CN': zh, en }, rows: readRows(tx, sql, values) };
}
