import type { EntityManager } from 'typeorm';
import type { Clock } from '../clock/clock.js';
import type { Boss } from './boss.js';
import { JOB_SCHEMA } from './job-schema.js';
import { JobLostError, type JobRun } from './job.js';

/** What pg-boss stores of a job of ours. */
export interface JobEnvelope {
  payload: object;
  requestId: string;
  traceparent: string;
  requestedBy: string | null;
}

/** The claim on a job that pg-boss gave this process. */
export interface Claim {
  id: string;
  name: string;
  /** What pg-boss fences its own statements with. */
  retryCount: number;
  data: JobEnvelope;
}

/** One attempt, as its handler sees it. */
export class RunningJob implements JobRun {
  readonly id: string;
  readonly attempt: number;
  readonly requestedBy: string | null;

  constructor(
    private readonly claim: Claim,
    readonly signal: AbortSignal,
    private readonly boss: Boss,
    private readonly clock: Clock,
  ) {
    this.id = claim.id;
    this.attempt = claim.retryCount + 1;
    this.requestedBy = claim.data.requestedBy;
  }

  async progress(): Promise<Record<string, unknown> | null> {
    const rows = await this.boss.run<{ progress: Record<string, unknown> }>(
      'SELECT progress FROM job_progress WHERE job_id = $1',
      [this.id],
    );
    return rows[0]?.progress ?? null;
  }

  async report(progress: Record<string, unknown>): Promise<void> {
    await this.boss.run(
      `INSERT INTO job_progress (job_id, attempt, progress, updated_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (job_id) DO UPDATE
         SET attempt = excluded.attempt, progress = excluded.progress, updated_at = excluded.updated_at
       WHERE job_progress.attempt <= excluded.attempt`,
      [this.id, this.attempt, JSON.stringify(progress), this.clock.now()],
    );
  }

  async hold(tx: EntityManager): Promise<void> {
    const rows: unknown[] = await tx.query(
      `SELECT 1 FROM ${JOB_SCHEMA}.job_common
        WHERE name = $1 AND id = $2 AND state = 'active' AND retry_count = $3 FOR SHARE`,
      [this.claim.name, this.id, this.claim.retryCount],
    );
    if (rows.length === 0) throw new JobLostError(`Attempt ${this.attempt} of job ${this.id} no longer counts`);
  }
}
