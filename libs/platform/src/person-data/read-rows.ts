import type { EntityManager } from 'typeorm';

const AT_ONCE = 500;
let cursors = 0;

type Row = Record<string, unknown>;

/**
 * The rows of a query, some at a time, however many there are; read when they are taken, inside the transaction.
 * @param sql the code's own words, never input
 */
export async function* readRows(tx: EntityManager, sql: string, values: unknown[]): AsyncGenerator<Row, void> {
  const cursor = `person_rows_${(cursors += 1)}`;
  await tx.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${sql}`, values);
  for (;;) {
    const rows: Row[] = await tx.query(`FETCH ${AT_ONCE} FROM ${cursor}`);
    yield* rows;
    if (rows.length < AT_ONCE) break;
  }
  await tx.query(`CLOSE ${cursor}`);
}
