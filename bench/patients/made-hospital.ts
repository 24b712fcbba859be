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
    const took = `${((performance.now() - started) / 1000).toFixed(0)} s`;
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
  const url = await provisionDatabase(adminUrl, { database: 'made_patients', role: DATABASE, password: 'bench' });
  await migrate(url, await migrationsOf('patients'));
  const admin = new URL(adminUrl);
  admin.pathname = '/made_patients';
  await loadPeople(admin.href, people);
}

/** Every run begins with the people as they were made. Later migrations are the service's own business. */
async function renew(adminUrl: string): Promise<void> {
  const started = performance.now();
  await using(adminUrl, async (client) => {
    for (const database of [DATABASE, 'hospital_staff']) await client.query(`DROP DATABASE IF EXISTS ${database}`);
    await client.query(`CREATE DATABASE ${DATABASE} OWNER ${DATABASE} TEMPLATE made_patients STRATEGY FILE_COPY`);
  });
  const url = new URL(adminUrl);
  url.pathname = `/${DATABASE}`;
  await using(url.href, async (client) => progress(await loaded(client)));
  progress(`copied in ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

async function loaded(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string; rows: string; size: string }>(
    `SELECT relname AS name, reltuples::bigint::text AS rows, pg_size_pretty(pg_total_relation_size(oid)) AS size
       FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples > 1000
      ORDER BY reltuples DESC`,
  );
  return `loaded: ${rows.map(({ name, rows: count, size }) => `${name} ${count} (${size} with indexes)`).join(', ')}`;
}

async function using(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
