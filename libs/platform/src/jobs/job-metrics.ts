import { Injectable } from '@nestjs/common';
import { Metrics } from '../metrics/metrics.js';
import { JobCounts } from './job-counts.js';

/** A tenth of a second to the hour: from a message to an import. */
const SECONDS = [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3_600];

/**
 * How the jobs of this service are: what the database knows of them, and what the attempts in this process took. The
 * label is `kind`, for `job` is what Prometheus calls the service.
 */
@Injectable()
export class JobMetrics {
  private readonly durations;

  constructor(
    metrics: Metrics,
    private readonly counts: JobCounts,
  ) {
    const labelNames = ['kind'];
    this.durations = metrics.histogram(
      'hospital_job_duration_seconds',
      'Attempts of jobs, by how they ended: completed or failed.',
      ['kind', 'outcome'],
      SECONDS,
    );
    metrics.readings(
      {
        hospital_jobs_waiting: { help: 'Jobs that nobody took yet or whose next attempt comes.', labelNames },
        hospital_jobs_running: { help: 'Jobs whose attempt is under way.', labelNames },
        hospital_jobs_failed: { help: 'Jobs without another attempt, which wait for a person.', labelNames },
        hospital_job_last_success_timestamp_seconds: {
          help: 'When a scheduled job last succeeded, seconds since 1970; 0 when it never did.',
          labelNames,
        },
      },
      () => this.read(),
    );
  }

  took(kind: string, outcome: 'completed' | 'failed', milliseconds: number): void {
    this.durations.observe({ kind, outcome }, milliseconds / 1000);
  }

  private async read() {
    const all = await this.counts.read();
    return {
      hospital_jobs_waiting: all.map(({ name, waiting }) => ({ labels: { kind: name }, value: waiting })),
      hospital_jobs_running: all.map(({ name, running }) => ({ labels: { kind: name }, value: running })),
      hospital_jobs_failed: all.map(({ name, failed }) => ({ labels: { kind: name }, value: failed })),
      hospital_job_last_success_timestamp_seconds: all
        .filter(({ scheduled }) => scheduled)
        .map(({ name, lastSuccessAt }) => ({
          labels: { kind: name },
          value: (lastSuccessAt?.getTime() ?? 0) / 1000,
        })),
    };
  }
}
