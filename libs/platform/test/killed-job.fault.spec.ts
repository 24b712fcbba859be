import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#platform';
import { eventually, ServiceProcess } from '#testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { startPostgres, type Postgres } from '../../../tools/backing-services/index.js';
import { laundryMigrations } from './laundry.module.js';

const program = new URL('./laundry-process.ts', import.meta.url);

jest.setTimeout(120_000);

/** Decision 6, with real processes and real kills. */
describe('a job whose process is lost', () => {
  let directory: string;
  let postgres: Postgres;
  let client: pg.Client;
  const processes: ServiceProcess[] = [];

  const start = async () => {
    const service = await ServiceProcess.start(program, { DATABASE_URL: postgres.url, LOG_LEVEL: 'warn' });
    processes.push(service);
    await eventually(async () => expect((await service.get('/health/ready')).status).toBe(200), { timeout: 60_000 });
    return service;
  };
  const enqueue = async (service: ServiceProcess, payload: object) => {
    const answer = await fetch(`${service.url}/laundry/washes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(payload),
    });
    return ((await answer.json()) as { job: string }).job;
  };
  const steps = async (load: number): Promise<string[]> => {
    const { rows } = await client.query<{ step: string; attempt: number }>(
      'SELECT step, attempt FROM wash WHERE load = $1 ORDER BY seq',
      [load],
    );
    return rows.map(({ step, attempt }) => `${step} ${attempt}`);
  };
  const has = (load: number, ...expected: string[]) =>
    eventually(async () => expect(await steps(load)).toEqual(expected), { timeout: 45_000 });

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'killed-job-'));
    postgres = await startPostgres({ dataDir: join(directory, 'postgres') });
    await migrate(postgres.url, laundryMigrations);
    client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
  });

  afterEach(async () => {
    for (const service of processes.splice(0)) {
      service.signal('SIGKILL');
      await service.exited;
    }
  });

  afterAll(async () => {
    await client.end();
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  it('by SIGKILL runs again within 30 seconds', async () => {
    const victim = await start();
    await enqueue(victim, { load: 1, end: 'stuck-once' });
    await has(1, 'begun 1');
    const survivor = await start();
    victim.signal('SIGKILL');
    await victim.exited;
    const killed = performance.now();
    await has(1, 'begun 1', 'begun 2', 'done 2');
    expect(performance.now() - killed).toBeLessThan(30_000);
    expect(survivor.output).toContain('A job lost its process');
  });

  it('only for a while, in a frozen process, is not done twice: the attempt that thaws has no effect', async () => {
    const frozen = await start();
    await enqueue(frozen, { load: 2, takes: 8_000 });
    await has(2, 'begun 1');
    frozen.signal('SIGSTOP');
    await start();
    await has(2, 'begun 1', 'begun 2');
    frozen.signal('SIGCONT');
    await has(2, 'begun 1', 'begun 2', 'done 2');
    await eventually(() => expect(frozen.output).toContain('An attempt of a job failed'));
    expect(await steps(2)).toEqual(['begun 1', 'begun 2', 'done 2']);
  });

  it('is another thing than one that takes long: that one beats its heart and runs once', async () => {
    const one = await start();
    await start();
    // Longer than a heart may stand still, with all that it takes to notice: a second attempt would have begun by then.
    await enqueue(one, { load: 3, takes: 20_000 });
    await has(3, 'begun 1', 'done 1');
  });
});
