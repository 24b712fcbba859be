import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { pickFreePort } from './free-port.js';
import { type Postgres, startPostgres } from './postgres.js';
import { isRunning } from './process-identity.js';
import { checkPostgres, provisionDatabase } from './provision-database.js';
import { identityOf } from './process-identity.js';

const settings = { fsync: 'off' };
const patients = { database: 'hospital_patients', role: 'hospital_patients', password: "it's a secret" };

let dataDir: string;
let running: Postgres[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hospital-postgres-'));
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((each) => each.stop()));
  rmSync(dataDir, { recursive: true, force: true });
});

const start = async (more: Partial<Parameters<typeof startPostgres>[0]> = {}) => {
  const postgres = await startPostgres({ dataDir, settings, ...more });
  running.push(postgres);
  return postgres;
};

async function query<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("the hospital's own PostgreSQL", () => {
  it('stores Chinese, sorts by code point and listens on loopback behind a password', async () => {
    const { url, port, version } = await start();
    expect(Number.parseInt(version, 10)).toBeGreaterThanOrEqual(15);
    const [facts] = await query(
      url,
      `SELECT datlocale AS locale, pg_encoding_to_char(encoding) AS encoding, datctype AS ctype,
              current_setting('listen_addresses') AS addresses, current_setting('max_connections')::int AS connections
       FROM pg_database WHERE datname = current_database()`,
    );
    const expected = {
      locale: 'C.UTF-8',
      encoding: 'UTF8',
      ctype: 'C.UTF-8',
      addresses: '127.0.0.1',
      connections: 300,
    };
    expect(facts).toEqual(expected);
    await expect(query(`postgresql://postgres:guess@127.0.0.1:${port}/postgres`, 'SELECT 1')).rejects.toThrow(
      /password/,
    );
    expect(statSync(join(dataDir, 'superuser-password')).mode & 0o777).toBe(0o600);
  });

  it('finds a Chinese name by its letters, which pg_trgm sees only with the right locale', async () => {
    const { url } = await start();
    const own = await provisionDatabase(url, patients);
    await query(own, 'CREATE EXTENSION pg_trgm');
    const [{ trigrams } = { trigrams: [] }] = await query<{ trigrams: string[] }>(
      own,
      `SELECT show_trgm('葉东珅') AS trigrams`,
    );
    expect(trigrams.length).toBeGreaterThan(0);
  });

  it('keeps what was committed through kill -9 of the whole server, and starts again by itself', async () => {
    const first = await start({ settings: {} });
    await query(first.url, 'CREATE TABLE discharge AS SELECT generate_series(1, 1000) AS id');
    await first.kill();
    expect(existsSync(join(dataDir, 'cluster', 'postmaster.pid'))).toBe(true);
    const second = await start({ settings: {} });
    expect(await query(second.url, 'SELECT count(*)::int AS kept FROM discharge')).toEqual([{ kept: 1000 }]);
  });

  it('starts after a crash although an unrelated process has the pid of the old server now', async () => {
    await (await start()).kill();
    writeFileSync(
      join(dataDir, 'cluster', 'postmaster.pid'),
      `${process.ppid}\n${join(dataDir, 'cluster')}\n1\n1\n\n\n`,
    );
    await expect(start()).resolves.toMatchObject({ version: expect.any(String) });
  });

  it('replaces a server that outlived the program that started it', async () => {
    const leftover = await start();
    const identity = identityOf(leftover.pid);
    const lines: string[] = [];
    await start({ onLog: (line) => lines.push(line) });
    expect(identity && isRunning(identity)).toBe(false);
    expect(lines.join('\n')).toContain(`left behind (pid ${leftover.pid})`);
  });

  it('begins anew when the first start was killed half way', async () => {
    mkdirSync(join(dataDir, 'cluster.draft'));
    writeFileSync(join(dataDir, 'cluster.draft', 'half'), '');
    await start();
    expect(existsSync(join(dataDir, 'cluster.draft'))).toBe(false);
  });

  it('names a port that another program has', async () => {
    const other = createServer();
    const port = await pickFreePort();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    await expect(start({ port })).rejects.toThrow(`Port ${port} for PostgreSQL is taken`);
    other.close();
  });
});

describe('a service in its database', () => {
  it('owns its own, is kept out of its neighbour’s, and is provisioned twice without harm', async () => {
    const { url } = await start();
    expect(await checkPostgres(url)).toMatch(/^\d+/);
    const own = await provisionDatabase(url, patients);
    const neighbour = await provisionDatabase(url, {
      database: 'hospital_staff',
      role: 'hospital_staff',
      password: 'x',
    });
    await query(own, 'CREATE TABLE kept AS SELECT 1 AS one');
    expect(await provisionDatabase(url, patients)).toBe(own);
    expect(await query(own, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    const intruder = new URL(own);
    intruder.pathname = new URL(neighbour).pathname;
    await expect(query(intruder.href, 'SELECT 1')).rejects.toThrow(/permission denied for database/);
  });

  it('is provisioned by an administrator who is no superuser, and refused to one who may create nothing', async () => {
    const { url } = await start();
    await query(url, `CREATE ROLE dba LOGIN PASSWORD 'dba' CREATEDB CREATEROLE`);
    await query(url, `CREATE ROLE clerk LOGIN PASSWORD 'clerk'`);
    const as = (name: string) => url.replace(/\/\/.*@/, `//${name}:${name}@`);
    const own = await provisionDatabase(as('dba'), patients);
    expect(await query(own, 'SELECT current_user AS me')).toEqual([{ me: 'hospital_patients' }]);
    expect(await provisionDatabase(as('dba'), patients)).toBe(own);
    await expect(checkPostgres(as('clerk'))).rejects.toThrow(/CREATEDB and CREATEROLE/);
  });
});
