import type pg from 'pg';
import { progress } from './statistics.js';

/** Drops what no constraint needs, so that rows come in quickly. @returns what makes them again */
export async function dropIndexes(
  client: pg.Client,
  tables: string[],
): Promise<{ name: string; definition: string }[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
      WHERE indrelid = ANY ($1::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)`,
    [tables],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows;
}

export async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  await work();
  progress(`${what}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
