import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { isDatabaseAway, isLostRace, isUniqueViolation, migrate, transact } from '#platform';
import { createTestDatabase, eventually, startTestService, testEnvironment, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wardMigrations, WardModule } from './ward.module.js';

const { adminUrl } = testEnvironment();
/** Of this database alone: other tests have theirs on the same server. */
const SLEEPS = `datname = current_database() AND query LIKE '%pg_sleep(3)' AND state = 'active'`;

describe('migrations', () => {
  let database: { url: string; drop(): Promise<void> };
  const query = async <T>(sql: string): Promise<T[]> => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(sql).finally(() => client.end());
    return rows as T[];
  };

  class SlowMigration1700000000002 implements MigrationInterface {
    readonly name = 'SlowMigration1700000000002';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query('CREATE TABLE slow (id int PRIMARY KEY)');
      await runner.query('SELECT pg_sleep(0.3)');
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query('DROP TABLE slow');
    }
  }

  class BrokenMigration1700000000003 implements MigrationInterface {
    readonly name = 'BrokenMigration1700000000003';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query('CREATE TABLE half (id int)');
      await runner.query('CREATE TABLE half (id int)');
    }

    async down(): Promise<void> {
      // Never applied.
    }
  }

  beforeAll(async () => {
    database = await createTestDatabase(adminUrl, 'bare', []);
  });

  afterAll(() => database.drop());

  it('are applied once by replicas that start together', async () => {
    const replicas = [1, 2, 3].map(() => migrate(database.url, [SlowMigration1700000000002]));
    await Promise.all(replicas);
    const applied = await query<{ name: string }>('SELECT name FROM migrations');
    expect(new Set(applied.map(({ name }) => name)).size).toBe(applied.length);
    expect(applied.filter(({ name }) => name === 'SlowMigration1700000000002')).toHaveLength(1);
  });

  it('leave nothing of one that failed, and do not keep the next start waiting', async () => {
    const all = [SlowMigration1700000000002, BrokenMigration1700000000003];
    await expect(migrate(database.url, all)).rejects.toThrow('already exists');
    await expect(migrate(database.url, all)).rejects.toThrow('already exists');
    expect(await query(`SELECT 1 FROM pg_tables WHERE tablename = 'half'`)).toEqual([]);
    expect(await query(`SELECT 1 FROM migrations WHERE name LIKE 'Broken%'`)).toEqual([]);
  });
});

describe('a transaction', () => {
  let ward: TestService;

  beforeAll(async () => {
    ward = await startTestService({ service: 'ward', module: WardModule, migrations: wardMigrations, attachments: [] });
    await ward.source.query(`INSERT INTO bed VALUES (1, ''), (2, '')`);
  });

  afterAll(() => ward.stop());

  const rename = (number: number, letter: string) =>
    [`UPDATE bed SET name = name || $2 WHERE number = $1`, [number, letter]] as const;
  const names = async (): Promise<string[]> => {
    const rows: { name: string }[] = await ward.source.query('SELECT name FROM bed WHERE number < 3 ORDER BY number');
    return rows.map((row) => row.name);
  };

  it('that loses a deadlock is run again, and both take effect once', async () => {
    let attempts = 0;
    let arrived = 0;
    const both = async (first: number, second: number, letter: string) =>
      transact(ward.source, async (tx) => {
        attempts += 1;
        await tx.query(...rename(first, letter));
        arrived += 1;
        // Only the first attempts wait for each other: each holds what the other needs.
        if (attempts <= 2) await eventually(() => expect(arrived).toBeGreaterThanOrEqual(2));
        await tx.query(...rename(second, letter));
      });
    await Promise.all([both(1, 2, 'a'), both(2, 1, 'b')]);
    // PostgreSQL may make both its victims when both have waited for a second.
    expect(attempts).toBeGreaterThanOrEqual(3);
    for (const name of await names()) expect([...name].sort()).toEqual(['a', 'b']);
  });

  it('that loses a serialization race is run again', async () => {
    let attempts = 0;
    await transact(ward.source, async (tx) => {
      attempts += 1;
      await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      await tx.query('SELECT * FROM bed');
      if (attempts === 1) await ward.source.query(...rename(1, 'x'));
      await tx.query(...rename(1, 'y'));
    });
    expect(attempts).toBe(2);
    expect((await names())[0]).toMatch(/xy$/);
  });

  it('gives up a race it never wins, and passes other errors on at once', async () => {
    let attempts = 0;
    const lost = transact(ward.source, async (tx) => {
      attempts += 1;
      await tx.query(`DO $$ BEGIN RAISE serialization_failure; END $$`);
    });
    const error: unknown = await lost.catch((reason: unknown) => reason);
    expect(isLostRace(error)).toBe(true);
    expect(attempts).toBe(4);
    attempts = 0;
    const taken: unknown = await transact(ward.source, (tx) => {
      attempts += 1;
      return tx.query(`INSERT INTO bed VALUES (1, 'again')`);
    }).catch((reason: unknown) => reason);
    expect(attempts).toBe(1);
    expect(isUniqueViolation(taken)).toBe(true);
    expect(isUniqueViolation(taken, 'bed_pkey')).toBe(true);
    expect(isUniqueViolation(taken, 'another')).toBe(false);
    expect(isDatabaseAway(taken)).toBe(false);
  });
});

describe('a database that goes away', () => {
  it('is answered 503 with a time to come back, and forgotten when it is there again', async () => {
    const owner = await startTestService({
      service: 'ward',
      module: WardModule,
      migrations: wardMigrations,
      attachments: [],
    });
    const cable = await Cable.to(owner.databaseUrl);
    const ward = await startTestService({
      service: 'ward',
      module: WardModule,
      migrations: wardMigrations,
      attachments: [],
      environment: { DATABASE_URL: cable.url, DATABASE_DIRECT_URL: cable.url },
      replicaOf: owner,
    });
    // In the middle of a statement, as a server's own farewell and as a broken connection; then with none to be had.
    const farewell = ward.anonymous().get('/ward/slow').then();
    await sleeping(owner);
    await owner.source.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${SLEEPS}`);
    const answers = [await farewell];
    const cut = ward.anonymous().get('/ward/slow').then();
    await sleeping(owner);
    await cable.pull();
    answers.push(await cut, await ward.api('agent').get('/ward/beds'));
    for (const answer of answers) {
      expect(answer.body).toMatchObject({ status: 503, code: 'unavailable' });
      expect(answer.headers['retry-after']).toBe('2');
    }
    const ready = await ward.anonymous().get('/health/ready').expect(503);
    expect(Object.keys((ready.body as { checks: object }).checks)).toEqual(['database']);
    await ward.anonymous().get('/health/live').expect(200);
    await cable.plug();
    await eventually(async () => void (await ward.api('agent').get('/ward/beds').expect(200)));
    await ward.stop();
    await cable.pull();
    await owner.stop();
  });

  async function sleeping(service: TestService): Promise<void> {
    await eventually(async () => {
      const running: unknown[] = await service.source.query(`SELECT 1 FROM pg_stat_activity WHERE ${SLEEPS}`);
      expect(running).toHaveLength(1);
    });
  }
});

/** The network between a service and its database, which a test can cut. */
class Cable {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private port = 0;

  private constructor(private readonly target: URL) {}

  static async to(url: string): Promise<Cable> {
    const cable = new Cable(new URL(url));
    await cable.plug();
    return cable;
  }

  get url(): string {
    const url = new URL(this.target);
    url.host = `127.0.0.1:${this.port}`;
    return url.href;
  }

  async plug(): Promise<void> {
    this.server = createServer((near) => {
      const far = connect(Number(this.target.port), this.target.hostname);
      for (const socket of [near, far]) {
        this.sockets.add(socket);
        socket.on('error', () => socket.destroy());
      }
      near.pipe(far).pipe(near);
    });
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  async pull(): Promise<void> {
    const closed = once(this.server as Server, 'close');
    this.server?.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}
