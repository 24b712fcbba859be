import { Injectable } from '@nestjs/common';
import { Boss } from './boss.js';
import { JobKinds } from './job-kinds.js';
import { JOB_SCHEMA } from './job-schema.js';

/** What is stored of one kind of job and not over. */
export interface JobCount {
  name: string;
  /** Nobody took it yet, or its next attempt comes. */
  waiting: number;
  running: number;
  /** No attempt is left: a person decides. */
  failed: number;
  /** Of a scheduled kind: when it is enqueued next, when it last was, and when one last succeeded. */
  nextAt: Date | null;
  lastAt: Date | null;
  lastSuccessAt: Date | null;
  scheduled: boolean;
}

interface CountRow {
  name: string;
  state: 'waiting' | 'running' | 'failed';
  count: number;
}

type ScheduleRow = Pick<JobCount, 'name' | 'nextAt' | 'lastAt' | 'lastSuccessAt'>;

/** Beyond it the number of one state only says "far too many". */
const COUNTED = 10_000;

/** How many jobs of each kind wait, run and have failed for good; those that ended well are not looked at. */
@Injectable()
export class JobCounts {
  constructor(
    private readonly boss: Boss,
    private readonly kinds: JobKinds,
  ) {}

  async read(): Promise<JobCount[]> {
    const [counts, schedules] = await Promise.all([this.counts(), this.schedules()]);
    const names = new Set([...this.kinds.all().map(({ options }) => options.name), ...counts.map(({ name }) => name)]);
    return [...names].toSorted().map((name) => {
      const of = (state: string) => counts.find((row) => row.name === name && row.state === state)?.count ?? 0;
      const schedule = schedules.find((row) => row.name === name);
      return {
        ...{ name, waiting: of('waiting'), running: of('running'), failed: of('failed') },
        ...{ nextAt: schedule?.nextAt ?? null, lastAt: schedule?.lastAt ?? null },
        ...{ lastSuccessAt: schedule?.lastSuccessAt ?? null, scheduled: schedule !== undefined },
      };
    });
  }

  /** Each of the three by an index of its own. */
  private counts(): Promise<CountRow[]> {
    const counted = (state: string, condition: string) =>
      `SELECT name, '${state}' AS state, count(*)::int AS count
         FROM (SELECT name FROM ${JOB_SCHEMA}.job_common WHERE ${condition} LIMIT ${COUNTED}) AS ${state} GROUP BY name`;
    return this.boss.run<CountRow>(
      [
        counted('waiting', `state < 'active' AND NOT blocked`),
        counted('running', `state = 'active'`),
        counted('failed', `state = 'failed'`),
      ].join(' UNION ALL '),
    );
  }

  private schedules(): Promise<ScheduleRow[]> {
    return this.boss.run<ScheduleRow>(
      `SELECT name, next_at AS "nextAt", last_at AS "lastAt", last_success_at AS "lastSuccessAt" FROM job_schedule`,
    );
  }
}
