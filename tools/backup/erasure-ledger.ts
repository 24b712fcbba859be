import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

const FILE = 'erasures.json';

/** An erasure of a person, without anything of the person: ids and times (PT-9, ADR 59). */
export interface LedgerEntry {
  id: string;
  patientId: string;
  patientIds: string[];
  /** All that are never given out again for it, also those made from record numbers; a former version kept none. */
  ids?: string[];
  erasedAt: string;
  keepUntil: string | null;
}

/** Of the database of patients. @returns none where there is no such database or its version knows none */
export async function readLedger(url: string): Promise<LedgerEntry[]> {
  return withDatabase(url, async (client) => {
    if (!(await hasLedger(client))) return [];
    const { rows } = await client.query<LedgerEntry>(
      `SELECT id, patient_id AS "patientId", patient_ids::text[] AS "patientIds", to_json(erased_at) #>> '{}' AS "erasedAt",
              to_json(keep_until) #>> '{}' AS "keepUntil", coalesce(ids, '{}') AS ids
         FROM person_erasure
         LEFT JOIN (SELECT erasure_id, array_agg(id ORDER BY id) AS ids FROM erased_id GROUP BY erasure_id) erased
           ON erasure_id = person_erasure.id
        ORDER BY erased_at`,
    );
    return rows;
  });
}

export function writeLedger(folder: string, entries: LedgerEntry[]): void {
  writeFileSync(join(folder, FILE), `${JSON.stringify(entries, null, 2)}\n`, { mode: 0o600 });
}

/** Of all backups in a folder, whole or not: an erasure that one of them knows has happened. */
export function ledgersIn(backupDir: string): LedgerEntry[] {
  return readdirSync(backupDir)
    .map((name) => join(backupDir, name, FILE))
    .filter((path) => existsSync(path))
    .flatMap((path) => JSON.parse(readFileSync(path, 'utf8')) as LedgerEntry[]);
}

/**
 * Enters erasures that a restored database of patients does not know: the service carries them out when it starts,
 * before it answers anybody. Their ids count from now on: reports that are read again bring nobody back.
 * @returns how many it did not know
 */
export async function enterErasures(url: string, entries: LedgerEntry[]): Promise<number> {
  return withDatabase(url, async (client) => {
    let entered = 0;
    for (const { id, patientId, patientIds, ids = [], erasedAt, keepUntil } of entries) {
      const { rowCount } = await client.query(
        `INSERT INTO person_erasure (id, patient_id, patient_ids, erased_at, keep_until, state)
         VALUES ($1, $2, $3, $4, $5, 'waiting') ON CONFLICT (id) DO NOTHING`,
        [id, patientId, patientIds, erasedAt, keepUntil],
      );
      entered += rowCount ?? 0;
      // The service cannot make those of record numbers that came after the backup.
      await client.query(
        `INSERT INTO erased_id AS e (id, erasure_id, erased_at) SELECT DISTINCT unnest($1::text[]), $2::uuid, $3::timestamptz
         ON CONFLICT (id) DO UPDATE SET erasure_id = excluded.erasure_id, erased_at = excluded.erased_at
          WHERE e.erased_at < excluded.erased_at`,
        [[...patientIds, ...ids], id, erasedAt],
      );
    }
    return entered;
  });
}

export async function knowsErasures(url: string): Promise<boolean> {
  return withDatabase(url, hasLedger);
}

async function hasLedger(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('person_erasure') IS NOT NULL AS there`);
  return rows[0]?.there ?? false;
}

async function withDatabase<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'backup', connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  return work(client).finally(() => client.end());
}
