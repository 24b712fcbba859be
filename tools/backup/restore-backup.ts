import { dirname } from 'node:path';
import { migrate, type MigrationClass } from '#platform';
import { Client, escapeIdentifier } from 'pg';
import { closeToOthers, createDatabase } from '../backing-services/index.js';
import { enterErasures, knowsErasures, ledgersIn, readLedger } from './erasure-ledger.js';
import { databaseUrl, RECORDS_OF_PEOPLE, SERVICE_DATABASES, type ServiceDatabase } from './hospital-server.js';
import { loadDatabase } from './load.js';
import { checkFiles, readManifest, type DatabaseBackup } from './manifest.js';
import { recordBackup } from './record.js';
import { migrationsOf } from './service-migrations.js';

export interface RestoreWanted {
  /** An administrator's. */
  serverUrl: string;
  /** Of one whole backup. */
  folder: string;
  key?: Buffer | undefined;
  /** Services to restore; default all that the backup has. */
  only?: string[] | undefined;
  now: Date;
  onLog: (line: string) => void;
}

interface Restoration extends ServiceDatabase {
  backup: DatabaseBackup;
  migrations: MigrationClass[];
}

/**
 * Puts databases back as they were backed up. Each is first filled beside the present one, and only when all are whole
 * do they change places, so that a failure leaves everything as it was. The former ones stay under another name.
 * @throws Error when a file is damaged, or a service still runs
 * @returns the names of the former databases
 */
export async function restoreBackup({ serverUrl, folder, key, only, now, onLog }: RestoreWanted): Promise<string[]> {
  const manifest = readManifest(folder);
  if (manifest.encrypted && !key) throw new Error(`${folder} is encrypted: BACKUP_KEY is needed`);
  const restorations = await restorationsOf(manifest.databases, only);
  await checkFiles(
    folder,
    restorations.map(({ backup }) => backup),
  );
  const admin = new Client({ connectionString: serverUrl, connectionTimeoutMillis: 10_000 });
  admin.on('error', () => undefined);
  await admin.connect();
  try {
    for (const { database } of restorations) await refuseInUse(admin, database);
    for (const { service, database, backup, migrations } of restorations) {
      await makeBeside(admin, database);
      const url = databaseUrl(serverUrl, beside(database), database);
      await loadDatabase(url, { folder, backup, key: manifest.encrypted ? key : undefined }, migrations);
      await recordBackup(url, new Date(manifest.takenAt));
      if (database === RECORDS_OF_PEOPLE) await forgetAgain(admin, { serverUrl, url, folder, migrations, onLog });
      onLog(`${service}: ${backup.tables.reduce((sum, { rows }) => sum + rows, 0)} rows`);
    }
    return await changePlaces(
      admin,
      restorations.map(({ database }) => database),
      now,
    );
  } finally {
    await admin.end();
  }
}

async function restorationsOf(backups: DatabaseBackup[], only: string[] | undefined): Promise<Restoration[]> {
  const unknown = only?.filter((name) => !backups.some(({ service }) => service === name)) ?? [];
  if (unknown.length > 0) throw new Error(`The backup has no database of ${unknown.join(', ')}`);
  const wanted = backups.filter(({ service }) => only?.includes(service) ?? true);
  return Promise.all(
    wanted.map(async (backup) => {
      const own = SERVICE_DATABASES.find(({ service }) => service === backup.service);
      if (!own) throw new Error(`The backup holds ${backup.service}, a service that is not known here`);
      return { ...own, backup, migrations: await migrationsOf(backup.service) };
    }),
  );
}

interface Forgetting extends Pick<RestoreWanted, 'serverUrl' | 'folder' | 'onLog'> {
  /** The database that was filled. */
  url: string;
  migrations: MigrationClass[];
}

/** PT-9: nobody who was erased since the backup comes back by it. Every backup and the present database are asked. */
async function forgetAgain(admin: Client, { serverUrl, url, folder, migrations, onLog }: Forgetting): Promise<void> {
  const { rows } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [RECORDS_OF_PEOPLE]);
  const present = rows.length > 0 ? await readLedger(databaseUrl(serverUrl, RECORDS_OF_PEOPLE)) : [];
  const all = [...ledgersIn(dirname(folder)), ...present];
  if (all.length === 0) return;
  if (!(await knowsErasures(url))) await migrate(url, migrations);
  const entered = await enterErasures(url, all);
  if (entered > 0) onLog(`patients: ${entered} people erased since then are erased again when it starts`);
}

const beside = (database: string) => `${database}_restoring`;

async function makeBeside(admin: Client, database: string): Promise<void> {
  await admin.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(beside(database))} WITH (FORCE)`);
  await createDatabase(admin, { database: beside(database), role: database });
  await closeToOthers(admin, beside(database));
}

/** A service that runs would go on writing into the database that is put aside; autovacuum makes way by itself. */
async function refuseInUse(admin: Client, database: string): Promise<void> {
  const { rows } = await admin.query<{ name: string }>(
    `SELECT DISTINCT coalesce(nullif(application_name, ''), usename) AS name FROM pg_stat_activity
      WHERE datname = $1 AND backend_type <> 'autovacuum worker'`,
    [database],
  );
  if (rows.length === 0) return;
  throw new Error(`${database} is in use by ${rows.map(({ name }) => name).join(', ')}: stop the services first`);
}

/** All or none. @returns the names that the former databases have now */
async function changePlaces(admin: Client, databases: string[], now: Date): Promise<string[]> {
  const suffix = now.toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const rename = (from: string, to: string) =>
    admin.query(`ALTER DATABASE ${escapeIdentifier(from)} RENAME TO ${escapeIdentifier(to)}`);
  const { rows } = await admin.query<{ datname: string }>('SELECT datname FROM pg_database WHERE datname = ANY($1)', [
    databases,
  ]);
  const present = rows.map(({ datname }) => datname).toSorted();
  const former = (database: string) => `${database}_before_${suffix}`;
  await admin.query('BEGIN');
  for (const database of present) await rename(database, former(database));
  for (const database of databases) await rename(beside(database), database);
  await admin.query('COMMIT');
  return present.map(former);
}
