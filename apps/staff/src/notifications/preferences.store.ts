import type { EntityManager } from 'typeorm';
import { AS_THE_HOSPITAL, type Preferences } from './preferences.rules.js';

export interface StoredPreferences extends Preferences {
  version: number;
  updatedAt: Date;
}

const COLUMNS = 'normal, low, version, updated_at AS "updatedAt"';

/** What a person chose; undefined for one who never did. */
export async function preferencesOf(tx: EntityManager, personId: string): Promise<StoredPreferences | undefined> {
  const rows: StoredPreferences[] = await tx.query(
    `SELECT ${COLUMNS} FROM notification_preference WHERE person_id = $1`,
    [personId],
  );
  return rows[0];
}

/** What holds for each of these people. */
export async function preferencesOfAll(
  tx: EntityManager,
  ids: readonly string[],
): Promise<(id: string) => Preferences> {
  const rows: ({ id: string } & Preferences)[] = await tx.query(
    'SELECT person_id AS id, normal, low FROM notification_preference WHERE person_id = ANY($1::uuid[])',
    [ids],
  );
  const chosen = new Map(rows.map((row) => [row.id, row]));
  return (id) => chosen.get(id) ?? AS_THE_HOSPITAL;
}

export async function keepPreferences(
  tx: EntityManager,
  personId: string,
  { normal, low, version, updatedAt }: StoredPreferences,
): Promise<void> {
  await tx.query(
    `INSERT INTO notification_preference (person_id, normal, low, version, updated_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (person_id) DO UPDATE SET normal = $2, low = $3, version = $4, updated_at = $5`,
    [personId, JSON.stringify(normal), JSON.stringify(low), version, updatedAt],
  );
}
