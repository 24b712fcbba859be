import type pg from 'pg';
import { EntityManager, type DataSource } from 'typeorm';
import { ambientTransaction } from './ambient-transaction.js';

/**
 * Runs a statement that PostgreSQL parses and plans once a connection and not at every run: for the few statements that
 * run for every event or every call. The name must be unique to the text. On a transaction's connection when there is
 * one, else on one of the pool.
 */
export async function prepared<T extends pg.QueryResultRow>(
  target: DataSource | EntityManager,
  name: string,
  text: string,
  values: unknown[],
): Promise<T[]> {
  const source = target instanceof EntityManager ? target.dataSource : target;
  const tx = target instanceof EntityManager ? target : ambientTransaction(source);
  const runner = tx?.queryRunner ?? source.createQueryRunner();
  try {
    const client = (await runner.connect()) as pg.PoolClient;
    return (await client.query<T>({ name, text, values })).rows;
  } finally {
    if (runner !== tx?.queryRunner) await runner.release();
  }
}
