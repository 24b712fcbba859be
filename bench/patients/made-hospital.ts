import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '#platform';
import { projectRoot, provisionDatabase, startPostgres } from '../../tools/backing-services/index.js';
import { migrationsOf } from '../../tools/backup/service-migrations.js';
import { progress } from '../harness/statistics.js';
import { loadPeople } from './load-people.js';

/** Grows when the made people change: older ones are made again. */
const EDITION = 1;
const DATABASE = 'hospital_patients';
/** Nobody writes into it but migrations. */
const MADE = 'made_patients';
/** Only while the data are made; a set that was not finished is never used. */
const LOADING = {
  fsync: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '8GB',
  maintenance_work_mem: '512MB',
};

/**
 * @param folder where made hospitals are kept; `.data/bench` unless it says otherwise
 * @returns the data folder of a stack whose patients database has so many people
 */
export async function madeHospital(people: number, folder = join(projectRoot(), '.data', 'bench')): Promise<string> {
  const dataDir = join(folder, `patients-${people}`);
  mkdirSync(dataDir, { recursive: true });
  const made = join(dataDir, `made-${EDITION}`);
  if (!existsSync(made)) {
    const started = performance.now();
    for (const part of ['postgres', 'secrets.json', 'nats', 'files'])
      rmSync(join(dataDir, part), { recursive: true, force: true });
    await withServer(dataDir, LOADING, (admin) => make(admin, people));
    const took = seconds(started);
    writeFileSync(made, `${took}\n`);
    progress(`made ${people} people in ${took}`);
  }
  await withServer(dataDir, {}, renew);
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

async function make(adminUrl: string, people: number): Promise<void> {
  await migrateMade(adminUrl);
  await loadPeople(madeUrl(adminUrl), people);
}

/** Applies what is new since: no service waits for it, who made the people once does. */
async function migrateMade(adminUrl: string): Promise<void> {
  const url = await provisionDatabase(adminUrl, { database: MADE, role: DATABASE, password: 'bench' });
  await migrate(url, await migrationsOf('patients'));
}

/** Every run begins with the people as they were made. */
async function renew(adminUrl: string): Promise<void> {
  const started = performance.now();
  await migrateMade(adminUrl);
  await using(madeUrl(adminUrl), nothingIsDue);
  progress(`up to date in ${seconds(started)}`);
  const copied = performance.now();
  await using(adminUrl, async (client) => {
    for (const database of [DATABASE, 'hospital_staff']) await client.query(`DROP DATABASE IF EXISTS ${database}`);
    await client.query(`CREATE DATABASE ${DATABASE} OWNER ${DATABASE} TEMPLATE ${MADE} STRATEGY FILE_COPY`);
  });
  progress(await using(madeUrl(adminUrl), loaded));
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

function madeUrl(adminUrl: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${MADE}`;
  return url.href;
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
