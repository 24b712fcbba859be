import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, escapeLiteral } from 'pg';
import { type Postgres, startPostgres } from '../backing-services/index.js';
import { textOf } from './compose-file.js';

const file = textOf('deploy/postgres/init.sql');
const databases = [...file.matchAll(/^CREATE DATABASE (\w+)/gm)].map(([, name = '']) => name);
const passwordOf = (variable: string) => `it's ${variable}`;

/** As psql runs it, which the embedded PostgreSQL does not have: `\getenv` and `:'password'` are all it uses of psql. */
async function runAsPsql(client: Client): Promise<void> {
  let password = '';
  for (const line of file.split('\n')) {
    const [, variable] = /^\\getenv password (\w+)$/.exec(line) ?? [];
    if (variable !== undefined) password = passwordOf(variable);
    else if (line !== '' && !line.startsWith('--')) {
      await client.query(line.replace(":'password'", () => escapeLiteral(password)));
    }
  }
}

describe('decision 10: deploy/postgres/init.sql, run', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hospital-init-'));
  let postgres: Postgres;
  const withClient = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    return work(client).finally(() => client.end());
  };
  /** Asks as a service's role. */
  const as = (role: string, database: string, sql: string) => {
    const url = new URL(postgres.url);
    url.username = role;
    url.password = encodeURIComponent(passwordOf(`${role.replace('hospital_', '').toUpperCase()}_DATABASE_PASSWORD`));
    url.pathname = database;
    return withClient(url.href, async (client) => (await client.query(sql)).rows as unknown[]);
  };

  beforeAll(async () => {
    postgres = await startPostgres({ dataDir, settings: { fsync: 'off' } });
    await withClient(postgres.url, runAsPsql);
  });

  afterAll(async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it.each(databases)('lets %s do what migrations do, in its own database', async (role) => {
    const made = `CREATE EXTENSION IF NOT EXISTS pg_trgm; CREATE TABLE kept (id int); CREATE SCHEMA pgboss; DROP TABLE kept`;
    await as(role, role, made);
    expect(
      await as(
        role,
        role,
        'SELECT pg_encoding_to_char(encoding) AS encoding FROM pg_database WHERE datname = current_database()',
      ),
    ).toEqual([{ encoding: 'UTF8' }]);
  });

  it.each(databases)('keeps %s out of every other database', async (role) => {
    for (const other of [...databases, 'postgres', 'template1'].filter((name) => name !== role)) {
      await expect(as(role, other, 'SELECT 1')).rejects.toThrow(/permission denied for database/);
    }
  });

  it.each(databases)('gives %s no power over the server', async (role) => {
    for (const sql of [
      'CREATE DATABASE mine',
      'CREATE ROLE mine',
      `ALTER ROLE ${role} SUPERUSER`,
      `COPY (SELECT 1) TO '/tmp/x'`,
    ]) {
      await expect(as(role, role, sql)).rejects.toThrow(/permission denied/);
    }
  });
});
