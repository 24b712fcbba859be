import { PgBoss, type Db } from 'pg-boss';
import type pg from 'pg';

/** pg-boss' own tables; ours are in `public`. */
export const JOB_SCHEMA = 'pgboss';

/** What our own statements need beside pg-boss' indexes: none of them is in the way of its migrations. */
const INDEXES = [
  `CREATE INDEX IF NOT EXISTS job_running ON ${JOB_SCHEMA}.job_common (started_on) WHERE state = 'active'`,
  `CREATE INDEX IF NOT EXISTS job_finished ON ${JOB_SCHEMA}.job_common (completed_on) WHERE completed_on IS NOT NULL`,
  `CREATE INDEX IF NOT EXISTS job_failed ON ${JOB_SCHEMA}.job_common (name) WHERE state = 'failed'`,
  `CREATE INDEX IF NOT EXISTS job_newest ON ${JOB_SCHEMA}.job_common (id)`,
];

/** Nobody asks for these; pg-boss looks nevertheless, as seldom as it lets us say. */
const SELDOM_SECONDS = 3_600;

/** The connections of pg-boss: one statement at a time is all it needs of them. */
export function bossDatabase(client: pg.Client | pg.ClientBase | pg.Pool): Db {
  return { executeSql: (text, values) => (client as pg.Client).query(text, values as unknown[]) };
}

/**
 * pg-boss without its own clockwork: it neither supervises (an aggregate over all jobs every few seconds) nor keeps
 * time (schedules are deadlines of ours). What is left asks once a minute or hour.
 */
export function makeBoss(db: Db): PgBoss {
  return new PgBoss({
    db,
    schema: JOB_SCHEMA,
    supervise: false,
    schedule: false,
    bamIntervalSeconds: SELDOM_SECONDS,
    flowIntervalSeconds: SELDOM_SECONDS,
    queueCacheIntervalSeconds: 600,
    persistWarnings: false,
  });
}

/** Makes pg-boss' schema or brings it up to its version; the caller holds the lock of the migrations. */
export async function migrateJobSchema(session: pg.Client): Promise<void> {
  const boss = makeBoss(bossDatabase(session));
  await boss.start();
  await boss.stop({ graceful: false });
  for (const index of INDEXES) await session.query(index);
}
