import { Client } from 'pg';

/**
 * Leaves in a service's own database when it was last backed up whole, which the running service tells (ADR 47). An
 * earlier moment never replaces a later one.
 * @param url of an administrator, as the role that owns the tables
 * @returns false for a database whose version has no place for it yet
 */
export async function recordBackup(url: string, takenAt: Date): Promise<boolean> {
  const client = new Client({ connectionString: url, application_name: 'backup', connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('last_backup') IS NOT NULL AS there`);
    if (!rows[0]?.there) return false;
    await client.query(
      `INSERT INTO last_backup (taken_at) VALUES ($1)
       ON CONFLICT (only_one) DO UPDATE SET taken_at = greatest(last_backup.taken_at, excluded.taken_at)`,
      [takenAt],
    );
    return true;
  } finally {
    await client.end();
  }
}
