import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { currentContext } from '../context/request-context.js';
import { isUniqueViolation } from '../database/transact.js';
import { decodeCursor, pageOf, type Page } from '../http/cursor.js';
import { Problem } from '../problems/problem.js';
import { Boss } from './boss.js';
import { JobWorkers } from './job-workers.js';
import { JOB_SCHEMA } from './job-schema.js';
import type { JobDetail, JobsQuery, JobState, JobSummary } from './jobs.dto.js';
import type { JobEnvelope } from './running-job.js';

/** Our names of pg-boss' states. */
const STATES: Record<string, JobState> = {
  created: 'waiting',
  retry: 'retrying',
  active: 'running',
  completed: 'completed',
  cancelled: 'cancelled',
  failed: 'failed',
};

interface JobRow {
  id: string;
  name: string;
  state: string;
  retry_count: number;
  retry_limit: number;
  priority: number;
  singleton_key: string | null;
  created_on: Date;
  start_after: Date;
  started_on: Date | null;
  completed_on: Date | null;
}

interface JobDetailRow extends JobRow {
  data: JobEnvelope;
  output: object | null;
  progress: object | null;
  updated_at: Date | null;
}

/** What operations do with jobs: list, read, try again, cancel, discard. */
@Injectable()
export class StoredJobs {
  constructor(
    private readonly boss: Boss,
    private readonly workers: JobWorkers,
  ) {}

  /** Newest first. */
  async list(query: JobsQuery): Promise<Page<JobSummary>> {
    const before = query.cursor === undefined ? null : idIn(query.cursor);
    const state = Object.keys(STATES).find((stored) => STATES[stored] === query.state) ?? null;
    const rows = await this.boss.run<JobRow>(
      `SELECT id, name, state, retry_count, retry_limit, priority, singleton_key, created_on, start_after, started_on,
              completed_on
         FROM ${JOB_SCHEMA}.job_common
        WHERE ($1::text IS NULL OR state::text = $1) AND ($2::text IS NULL OR name = $2) AND ($3::uuid IS NULL OR id < $3)
        ORDER BY id DESC LIMIT $4`,
      [state, query.name ?? null, before, query.limit + 1],
    );
    return pageOf(rows.map(summaryOf), query.limit, (row) => [row.id]);
  }

  async read(id: string): Promise<JobDetail> {
    const [row] = await this.boss.run<JobDetailRow>(
      `SELECT j.*, p.progress, p.updated_at
         FROM ${JOB_SCHEMA}.job_common j LEFT JOIN job_progress p ON p.job_id = j.id WHERE j.id = $1`,
      [id],
    );
    if (!row) throw Problem.notFound('job', id);
    return {
      ...summaryOf(row),
      payload: row.data.payload,
      requestedBy: row.data.requestedBy,
      requestId: row.data.requestId,
      progress: row.progress,
      progressAt: row.updated_at?.toISOString() ?? null,
      output: row.output,
    };
  }

  /** One more attempt of a job that failed. */
  async retry(id: string): Promise<JobDetail> {
    const { name } = await this.inState(id, 'failed');
    const retried = this.boss.run(
      `UPDATE ${JOB_SCHEMA}.job_common
          SET state = 'retry', retry_limit = retry_limit + 1, completed_on = NULL, start_after = ${JOB_SCHEMA}.job_now()
        WHERE id = $1 AND state = 'failed' RETURNING id`,
      [id],
    );
    const rows = await retried.catch((error: unknown) => {
      if (!isUniqueViolation(error)) throw error;
      throw Problem.conflict('job-superseded', { name });
    });
    if (rows.length === 0) await this.inState(id, 'failed');
    this.workers.wake(name);
    return this.read(id);
  }

  /** Ends a job that waits, or asks the one that runs to stop. */
  async cancel(id: string): Promise<JobDetail> {
    const { name } = await this.inState(id, 'waiting', 'retrying', 'running');
    await this.boss.queues.cancel(name, id);
    this.workers.abort(id);
    const job = await this.read(id);
    if (job.state !== 'cancelled') throw stateConflict(job);
    return job;
  }

  /** Gives a failed job up; it leaves the list of failed ones and is kept as cancelled. */
  async discard(id: string, reason: string): Promise<JobDetail> {
    await this.inState(id, 'failed');
    const discarded = { discarded: reason, discardedBy: currentContext()?.actor?.id ?? null };
    const rows = await this.boss.run(
      `UPDATE ${JOB_SCHEMA}.job_common SET state = 'cancelled', output = coalesce(output, '{}') || $2::jsonb
        WHERE id = $1 AND state = 'failed' RETURNING id`,
      [id, JSON.stringify(discarded)],
    );
    if (rows.length === 0) await this.inState(id, 'failed');
    return this.read(id);
  }

  private async inState(id: string, ...states: JobState[]): Promise<JobDetail> {
    const job = await this.read(id);
    if (!states.includes(job.state)) throw stateConflict(job);
    return job;
  }
}

function stateConflict(job: JobDetail): Problem {
  return Problem.conflict('job-state', { state: job.state }, { state: job.state });
}

function idIn(cursor: string): string {
  const [id] = decodeCursor(cursor, 1);
  if (isUUID(id)) return id as string;
  throw Problem.invalid([{ field: 'cursor', code: 'unknown-cursor' }]);
}

function summaryOf(row: JobRow): JobSummary {
  return {
    id: row.id,
    name: row.name,
    state: STATES[row.state] as JobState,
    attempts: row.started_on ? row.retry_count + 1 : 0,
    attemptLimit: row.retry_limit + 1,
    priority: row.priority,
    singletonKey: row.singleton_key,
    createdAt: row.created_on.toISOString(),
    startAfter: row.start_after.toISOString(),
    startedAt: row.started_on?.toISOString() ?? null,
    finishedAt: row.completed_on?.toISOString() ?? null,
  };
}
