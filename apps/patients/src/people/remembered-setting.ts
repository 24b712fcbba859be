import type { EntityManager } from 'typeorm';

/**
 * Keeps with the database by which values of a setting its rows were made (ADR 62, 69).
 * @returns whether they are others than before; of several replicas that start at once, one is told so
 */
export async function settingChanged(tx: EntityManager, name: string, values: readonly number[]): Promise<boolean> {
  const [row]: { changed: boolean }[] = await tx.query(REMEMBER, [name, JSON.stringify(values)]);
  return row?.changed === true;
}

/** A row that was inserted has no former version: nothing was made by other values. */
const REMEMBER = `
  INSERT INTO remembered_setting AS r (name, value) VALUES ($1, $2::jsonb)
  ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE r.value <> excluded.value
  RETURNING r.xmax <> 0 AS changed`;
