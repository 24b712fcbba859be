import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '#platform';
import { projectRoot, provisionDatabase, startPostgres } from '../../tools/backing-services/index.js';
import { migrationsOf } from '../../tools/backup/service-migrations.js';
import { progress } from './statistics.js';

/** A large database of one service, made once and copied for each run. */
export interface MadeDatabase {
  service: string;
  /** Of the folder below `.data/bench`: what is in it, and how much. */
  name: string;
  /** Grows when the made rows change: older ones are made again. */
  edition: number;
  /** Services beside it that begin each run with an empty database. */
  empty: string[];
  /** Fills the migrated, empty database. @param adminUrl a superuser's, of that database */
  load: (adminUrl: string) => Promise<void>;
}

/** Only while the data are made; a set that was not finished is never used. */
const LOADING = {
  fsync: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '8GB',
  maintenance_work_mem: '512MB',
};

/**
 * @param folder where made databases are kept; `.data/bench` unless it says otherwise
 * @returns the data folder of a stack whose database of that service has what was made
 */
export async function madeDatabase(
  made: MadeDatabase,
  folder = join(projectRoot(), '.data', 'bench'),
): Promise<string> {
  const dataDir = join(folder, made.name);
  mkdirSync(dataDir, { recursive: true });
  const finished = join(dataDir, `made-${made.edition}`);
  if (!existsSync(finished)) {
    const started = performance.now();
    for (const part of ['postgres', 'secrets.json', 'nats', 'files'])
      rmSync(join(dataDir, part), { recursive: true, force: true });
    await withServer(dataDir, LOADING, async (admin) => {
      await migrateMade(admin, made);
      await made.load(madeUrl(admin, made));
    });
    const took = seconds(started);
    writeFileSync(finished, `${took}\n`);
    progress(`made ${made.name} in ${took}`);
  }
  await withServer(dataDir, {}, (admin) => renew(admin, made));
  // What events were sent belongs to a database that is gone.
  for (const part of ['nats', 'files', 'logs']) rmSync(join(dataDir, part), { recursive: true, force: true });
  return dataDir;
}

async function withServer(dataDir: string, settings: Record<string, string>, work: (url: string) => Promise<void>) {
  const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres'), settings });
  try {
    await work(postgres.url);
  } finally {
    await postgres.stop();
  }
}

const databaseOf = (service: string) => `hospital_${service.replaceAll('-', '_')}`;
/** Nobody writes into it but migrations. */
const madeName = (service: string) => `made_${service.replaceAll('-', '_')}`;

function madeUrl(adminUrl: string, { service }: MadeDatabase): string {
  const url = new URL(adminUrl);
  url.pathname = `/${madeName(service)}`;
  return url.href;
}

/** Applies what is new since: no service waits for it, who made the rows once does. */
async function migrateMade(adminUrl: string, { service }: MadeDatabase): Promise<void> {
  const own = { database: madeName(service), role: databaseOf(service), password: 'bench' };
  await migrate(await provisionDatabase(adminUrl, own), await migrationsOf(service));
}

/** Every run begins with the rows as they were made. */
async function renew(adminUrl: string, made: MadeDatabase): Promise<void> {
  const started = performance.now();
  await migrateMade(adminUrl, made);
  await using(madeUrl(adminUrl, made), nothingIsDue);
  progress(`up to date in ${seconds(started)}`);
  const copied = performance.now();
  const database = databaseOf(made.service);
  await using(adminUrl, async (client) => {
    for (const each of [database, ...made.empty.map(databaseOf)]) await client.query(`DROP DATABASE IF EXISTS ${each}`);
    await client.query(
      `CREATE DATABASE ${database} OWNER ${database} TEMPLATE ${madeName(made.service)} STRATEGY FILE_COPY`,
    );
  });
  progress(await using(madeUrl(adminUrl, made), loaded));
  progress(`copied in ${seconds(copied)}`);
}

/** What migrations made due of everybody would be worked off while something else is measured. */
async function nothingIsDue(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'due_at' AND data_type = 'timestamp with time zone'`,
  );
  await client.query('SET session_replication_role = replica');
  let changed = 0;
  for (const { name } of rows) {
    const updated = await client.query(`UPDATE ${name} SET due_at = '2099-01-01' WHERE due_at < '2099-01-01'`);
    changed += updated.rowCount ?? 0;
  }
  if (changed > 0) await client.query('VACUUM (ANALYZE)');
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(0)} s`;
}

async function loaded(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string; rows: string; size: string }>(
    `SELECT relname AS name, reltuples::bigint::text AS rows, pg_size_pretty(pg_total_relation_size(oid)) AS size
       FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples > 1000
      ORDER BY reltuples DESC`,
  );
  return `loaded: ${rows.map(({ name, rows: count, size }) => `${name} ${count} (${size} with indexes)`).join(', ')}`;
}

async function using<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
