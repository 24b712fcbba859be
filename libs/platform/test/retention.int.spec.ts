import { PlatformModule, Retention, ServiceConfig, type KeptTable, type RetentionRule } from '#platform';
import { eventually, startTestService, type TestService } from '#testing';
import { Module } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MigrationInterface, QueryRunner } from 'typeorm';

class CreateArchive1700000000004 implements MigrationInterface {
  readonly name = 'CreateArchive1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE paper (id int PRIMARY KEY, filed_at timestamptz NOT NULL, sealed boolean NOT NULL)',
    );
    await runner.query('CREATE INDEX paper_filed ON paper (filed_at) WHERE sealed');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE paper');
  }
}

/** Breaks in a test, and is there before the rule of the papers. */
const lost = { days: 1, broken: false };

@Retention()
class LostAndFound {
  rules(): RetentionRule[] {
    if (!lost.broken) return [];
    return [{ name: 'lost', table: 'no_such_table', days: 1, setting: null, reason: 'it is lost', age: 'lost_at' }];
  }

  kept(): KeptTable[] {
    return [];
  }
}

@Retention()
class ArchiveRetention {
  rules(): RetentionRule[] {
    return [
      {
        name: 'papers',
        table: 'paper',
        days: 90,
        setting: null,
        reason: 'somebody may ask',
        age: 'filed_at',
        condition: 'sealed',
      },
    ];
  }

  kept(): KeptTable[] {
    return [];
  }
}

@Module({
  imports: [
    PlatformModule.forService({
      service: 'archive',
      config: ServiceConfig,
      database: { entities: [], migrations: [CreateArchive1700000000004] },
    }),
  ],
  providers: [LostAndFound, ArchiveRetention],
})
class ArchiveModule {}

const NOON = '2026-06-01T12:00:00+08:00';
const AFTER_NIGHT = '2026-06-02T03:11:00+08:00';

describe('retention (decision 15)', () => {
  let archive: TestService;
  const others: TestService[] = [];
  const start = (replicaOf?: TestService) =>
    startTestService({
      service: 'archive',
      module: ArchiveModule,
      migrations: [CreateArchive1700000000004],
      attachments: [],
      ...(replicaOf ? { replicaOf } : {}),
    });

  /** Papers numbered from `first`, so many days old at `NOON`. */
  const file = (first: number, count: number, days: number, sealed = true) =>
    archive.source.query(
      `INSERT INTO paper SELECT n, $3::timestamptz - $4 * interval '1 day', $5
         FROM generate_series($1::int, $1::int + $2::int - 1) n`,
      [first, count, NOON, days, sealed],
    );
  const papers = async (): Promise<number> => {
    const [row]: { count: number }[] = await archive.source.query('SELECT count(*)::int AS count FROM paper');
    return row!.count;
  };
  const state = async () => (await archive.api('administrator').get('/ops/retention').expect(200)).body;
  const rule = async (name: string) => (await state()).rules.find((one: { name: string }) => one.name === name);
  const jobs = async () =>
    (await archive.api('administrator').get('/ops/jobs?name=platform.retention').expect(200)).body.items;

  beforeEach(async () => {
    lost.broken = false;
    archive = await start();
    await archive.clock.set(NOON);
    // The schedule was made by the time of the start.
    await archive.source.query(`UPDATE job_schedule SET next_at = '2026-06-01T19:10:00Z'`);
  });

  afterEach(async () => {
    await Promise.all(others.splice(0).map((other) => other.stop()));
    await archive.stop();
  });

  it('removes at night what is older than its rule says, and nothing else', async () => {
    await file(1, 3, 91);
    await file(10, 2, 89);
    await file(20, 4, 500, false);
    expect(await papers()).toBe(9);
    await archive.clock.set(AFTER_NIGHT);
    await eventually(async () => expect(await papers()).toBe(6));
    await eventually(async () =>
      expect(await rule('papers')).toMatchObject({
        days: 90,
        removed: 3,
        removedEver: 3,
        error: null,
        startedAt: expect.stringMatching(/^2026-06-01T19:11/),
        finishedAt: expect.any(String),
        oldestRow: '2026-03-04T04:00:00.000Z',
      }),
    );
  });

  it('removes in many small transactions, and with two replicas once', async () => {
    others.push(await start(archive));
    await file(1, 4_500, 100);
    await archive.clock.set(AFTER_NIGHT);
    await eventually(async () => expect(await papers()).toBe(0));
    await eventually(async () => expect(await rule('papers')).toMatchObject({ removed: 4_500, removedEver: 4_500 }));
    expect(await jobs()).toMatchObject([{ state: 'completed', attempts: 1 }]);
  });

  it('catches up once after nights that were missed', async () => {
    await file(1, 5, 100);
    await archive.clock.advance({ days: 12 });
    await eventually(async () => expect(await papers()).toBe(0));
    expect(await jobs()).toHaveLength(1);
  });

  it('enforces every other rule when one fails, and says which', async () => {
    lost.broken = true;
    await file(1, 5, 100);
    await archive.api('administrator').post('/ops/retention/run').expect(202);
    await eventually(async () => expect(await papers()).toBe(0));
    const [row]: { error: string }[] = await archive.source.query(
      `SELECT error FROM retention_run WHERE rule = 'lost'`,
    );
    expect(row?.error).toContain('no_such_table');
    expect(await jobs()).toMatchObject([{ state: expect.stringMatching(/retrying|completed|running/) }]);
  });

  it('can be asked for now, by those who may, and runs once', async () => {
    await archive.api('agent').post('/ops/retention/run').expect(403);
    // It goes on until all three have asked: one that asks after its end begins another.
    const answers = await archive.source.transaction(async (tx) => {
      await tx.query('LOCK TABLE paper IN ACCESS EXCLUSIVE MODE');
      return Promise.all([1, 2, 3].map(() => archive.api('administrator').post('/ops/retention/run')));
    });
    expect(answers.filter((answer) => answer.body.job !== null)).toHaveLength(1);
    const entered = await archive.source.query(
      `SELECT subject, status FROM audit_entry WHERE operation LIKE '%_retention_start' AND path = '/ops/retention/run'
        ORDER BY status DESC LIMIT 4`,
    );
    expect(entered).toEqual([{ subject: 'job', status: 403 }, ...Array(3).fill({ subject: 'job', status: 202 })]);
  });

  it('finds the oldest rows of a big store by their index', async () => {
    await file(1, 50_000, 10);
    await archive.source.query('ANALYZE paper');
    const statement = `EXPLAIN SELECT ctid FROM paper WHERE filed_at < '2026-01-01' AND sealed ORDER BY filed_at LIMIT 1000`;
    const plan: { 'QUERY PLAN': string }[] = await archive.source.query(statement);
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('Index Scan using paper_filed');
  });
});
