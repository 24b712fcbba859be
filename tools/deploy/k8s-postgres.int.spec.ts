import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, escapeIdentifier } from 'pg';
import { type Postgres, startPostgres } from '../backing-services/index.js';
import { SERVICE_DATABASES } from '../backup/hospital-server.js';
import { migrationsOf } from '../backup/service-migrations.js';
import { takeBackup } from '../backup/take-backup.js';
import { K8S, resourcesIn } from './k8s-manifests.js';

const [{ spec }] = resourcesIn(`${K8S}/base/postgres.yaml`) as unknown as [
  { spec: { bootstrap: { initdb: { postInitSQL: string[] } }; managed: { roles: { name: string }[] } } },
];

describe('decision 10: what CloudNativePG runs in a new cluster, run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hospital-cnpg-'));
  let postgres: Postgres;

  const asked = async (url: string, sql: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    return client.query(sql).finally(() => client.end());
  };
  const urlOf = (role: string, database: string) => {
    const url = new URL(postgres.url);
    Object.assign(url, { username: role, password: 'p', pathname: database });
    return url.href;
  };

  beforeAll(async () => {
    postgres = await startPostgres({ dataDir: join(folder, 'data'), settings: { fsync: 'off' } });
    for (const sql of spec.bootstrap.initdb.postInitSQL) await asked(postgres.url, sql);
    // The operator does, from the secrets.
    for (const { name } of spec.managed.roles) {
      await asked(postgres.url, `ALTER ROLE ${escapeIdentifier(name)} PASSWORD 'p'`);
    }
    for (const { service, database } of SERVICE_DATABASES) {
      await migrate(urlOf(database, database), await migrationsOf(service));
    }
  });

  afterAll(async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(SERVICE_DATABASES)('keeps the role of $service out of every other database', async ({ database: role }) => {
    for (const { database } of SERVICE_DATABASES.filter((each) => each.database !== role)) {
      await expect(asked(urlOf(role, database), 'SELECT 1')).rejects.toThrow(/permission denied for database/);
    }
  });

  it('AN-7 lets the role of the backup read everything and leave when it did, without power over the server', async () => {
    const backupDir = join(folder, 'backups');
    const serverUrl = urlOf('hospital_backup', 'postgres');
    const now = new Date('2026-03-02T02:15:00Z');
    const lines: string[] = [];
    const taken = await takeBackup({ serverUrl, backupDir, now, onLog: (line) => lines.push(line) });
    expect(taken).toContain(backupDir);
    expect(lines.filter((line) => line.includes('could not be recorded'))).toEqual([]);
    const { rows } = await asked(urlOf('hospital_his', 'hospital_his'), 'SELECT taken_at FROM last_backup');
    expect(rows).toEqual([{ taken_at: now }]);
    await expect(asked(serverUrl, 'CREATE ROLE mine')).rejects.toThrow(/permission denied/);
  });
});
