import type { EntityManager } from 'typeorm';
import type { ErasureOutcome } from './person-data.js';
import type { Erasure } from './erasure.js';

export const MEDICAL_RECORD = 'the medical record: sealed until its statutory term ends';

/** Deletes the rows whose column holds one of the ids. Table and column are the code's own words, never input. */
export async function removeRows(
  tx: EntityManager,
  table: string,
  column: string,
  ids: readonly string[],
): Promise<ErasureOutcome> {
  const [, removed]: [unknown, number] = await tx.query(
    `DELETE FROM ${table} WHERE ${column}::text = ANY ($1::text[])`,
    [ids],
  );
  return { table, removed, emptied: 0, kept: 0 };
}

/** As `removeRows`; when a statutory term runs, the rows are part of the sealed record. */
export async function sealRows(
  tx: EntityManager,
  erasure: Erasure,
  table: string,
  column: string,
  ids: readonly string[],
): Promise<ErasureOutcome> {
  if (!erasure.seals) return removeRows(tx, table, column, ids);
  const [rows]: [{ row: Record<string, unknown> }[], number] = await tx.query(
    `DELETE FROM ${table} WHERE ${column}::text = ANY ($1::text[]) RETURNING to_jsonb(${table}) AS row`,
    [ids],
  );
  erasure.seal(
    table,
    rows.map(({ row }) => row),
  );
  return { table, removed: 0, emptied: 0, kept: rows.length, ...(rows.length > 0 ? { reason: MEDICAL_RECORD } : {}) };
}
