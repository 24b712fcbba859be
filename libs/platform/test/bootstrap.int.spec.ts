import { createTestDatabase, eventually, ServiceProcess, testEnvironment } from '#testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { wardMigrations } from './ward.module.js';

const program = new URL('./ward-process.ts', import.meta.url);

describe('a service process', () => {
  let database: { url: string; drop(): Promise<void> };
  const started: ServiceProcess[] = [];

  const start = async (environment: Record<string, string>) => {
    const service = await ServiceProcess.start(program, environment);
    started.push(service);
    return service;
  };
  const ready = (service: ServiceProcess) =>
    eventually(async () => expect((await service.get('/health/ready')).status).toBe(200), { timeout: 60_000 });

  beforeAll(async () => {
    database = await createTestDatabase(testEnvironment().adminUrl, 'ward', wardMigrations);
  });

  afterEach(async () => {
    for (const service of started.splice(0)) {
      service.signal('SIGKILL');
      await service.exited;
    }
  });

  afterAll(() => database.drop());

  it('with a wrong configuration ends with 1 and names every variable at fault', async () => {
    const service = await start({ DATABASE_POOL_SIZE: 'many', LOG_LEVEL: 'loud' });
    expect(await service.exited).toEqual({ code: 1, signal: null });
    for (const variable of ['DATABASE_URL', 'DATABASE_POOL_SIZE', 'LOG_LEVEL']) {
      expect(service.output).toContain(`\n  ${variable}: `);
    }
    expect(service.output).not.toContain('    at ');
  });

  it('without its database ends with 1 and says why', async () => {
    const service = await start({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nowhere' });
    expect(await service.exited).toEqual({ code: 1, signal: null });
    expect(service.output).toContain('ECONNREFUSED');
  });

  it('finishes what it was asked when told to stop, and takes nothing more', async () => {
    const service = await start({ DATABASE_URL: database.url });
    await ready(service);
    const slow = service.get('/ward/slow');
    await statementRuns('pg_sleep(3)');
    service.signal('SIGTERM');
    await eventually(() => expect(service.get('/health/live')).rejects.toThrow());
    const answer = await slow;
    expect({ status: answer.status, body: await answer.json() }).toEqual({ status: 200, body: { done: true } });
    expect(await service.exited).toEqual({ code: 0, signal: null });
  });

  it('stops when its launcher is gone', async () => {
    const service = await start({ DATABASE_URL: database.url });
    await ready(service);
    service.child.disconnect();
    expect(await service.exited).toEqual({ code: 0, signal: null });
  });

  it('stops also when its launcher went while it was starting', async () => {
    // Another replica migrates: the start waits for the lock.
    const lock = new pg.Client({ connectionString: database.url });
    await lock.connect();
    const { lockKey } = await import('#platform');
    await lock.query('SELECT pg_advisory_lock($1)', [lockKey('migrations')]);
    const service = await start({ DATABASE_URL: database.url });
    await statementRuns('pg_advisory_lock($1)');
    service.child.disconnect();
    await lock.end();
    expect((await service.exited).signal).toBe('SIGTERM');
  });

  async function statementRuns(part: string): Promise<void> {
    const client = new pg.Client({ connectionString: testEnvironment().adminUrl });
    await client.connect();
    const name = new URL(database.url).pathname.slice(1);
    await eventually(async () => {
      const { rowCount } = await client.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = $1 AND state = 'active' AND strpos(query, $2) > 0`,
        [name, part],
      );
      expect(rowCount).toBeGreaterThan(0);
    }).finally(() => client.end());
  }
});
