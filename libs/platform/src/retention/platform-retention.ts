import { ServiceConfig } from '../config/service-config.js';
import { JOB_SCHEMA } from '../jobs/job-schema.js';
import { Retention, type KeptTable, type RetentionRule, type RetentionSource } from './retention-rule.js';

const JOBS = `${JOB_SCHEMA}.job_common`;

/** The platform's own tables. */
@Retention()
export class PlatformRetention implements RetentionSource {
  constructor(private readonly config: ServiceConfig) {}

  rules(): RetentionRule[] {
    const finished = { table: JOBS, age: 'completed_on' };
    return [
      {
        ...finished,
        name: 'jobs',
        days: this.config.jobRetentionDays,
        setting: 'JOB_RETENTION_DAYS',
        reason: 'who asked for what, and what came of it',
        condition: `state IN ('completed', 'cancelled') AND completed_on IS NOT NULL`,
      },
      {
        name: 'job progress',
        table: 'job_progress',
        days: this.config.jobRetentionDays,
        setting: 'JOB_RETENTION_DAYS',
        reason: 'as its job',
        age: 'updated_at',
        condition: `NOT EXISTS (SELECT 1 FROM ${JOBS} j WHERE j.id = job_progress.job_id)`,
      },
      {
        name: 'answers kept for repeats',
        table: 'idempotency_key',
        days: this.config.idempotencyKeyDays,
        setting: 'IDEMPOTENCY_KEY_DAYS',
        reason: 'who repeats a request gets its answer (ADR 27)',
        age: 'created_at',
      },
    ];
  }

  kept(): KeptTable[] {
    return [
      { table: 'job_schedule', reason: 'one row a scheduled job' },
      { table: 'last_backup', reason: 'one row' },
      { table: 'retention_run', reason: 'one row a rule' },
      { table: 'migrations', reason: 'one row a migration' },
      { table: 'file', reason: 'as what it belongs to; the sweep of the files removes the rest within minutes' },
      { table: 'role_right', reason: 'one row a decision' },
      { table: `${JOB_SCHEMA}.job`, reason: 'its rows are in job_common' },
      { table: `${JOB_SCHEMA}.queue`, reason: 'one row a kind of job' },
      ...['version', 'schedule', 'subscription', 'bam', 'warning', 'job_dependency', 'queue_stats'].map((table) => ({
        table: `${JOB_SCHEMA}.${table}`,
        reason: 'pg-boss keeps it; we let it write nothing that grows',
      })),
    ];
  }
}
