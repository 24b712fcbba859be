import type pg from 'pg';
import type { EntityManager } from 'typeorm';

/**
 * Runs a statement that PostgreSQL parses and plans once a connection and not at every run: for the few statements that
 * run for every event. The name must be unique to the text.
 */
export async function prepared<T extends pg.QueryResultRow>(
  tx: EntityManager,
  name: string,
  text: string,
  values: unknown[],
): Promise<T[]> {
  if (!tx.queryRunner) throw new Error('Prepared statements run on the connection of a transaction');
  const client = (await tx.queryRunner.connect()) as pg.PoolClient;
  const { rows } = await client.query<T>({ name, text, values });
  return rows;
}
