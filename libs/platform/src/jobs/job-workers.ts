import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import type { Job as ClaimedJob, JobResult } from 'pg-boss';
import { setTimeout as wait } from 'node:timers/promises';
import { Clock } from '../clock/clock.js';
import { ServiceConfig } from '../config/service-config.js';
import { runInContext } from '../context/request-context.js';
import { faultReport } from '../logging/loggable.js';
import { Boss } from './boss.js';
import { checkPayload, JobKinds, type JobKind } from './job-kinds.js';
import { JobMetrics } from './job-metrics.js';
import { PermanentJobError } from './job.js';
import { RunningJob, type JobEnvelope } from './running-job.js';

/** The shortest pg-boss takes. A job whose process is gone is given to another one after this. */
export const HEARTBEAT_SECONDS = 10;
const HEARTBEAT_REFRESH_SECONDS = 3;
const POLL_SECONDS = 2;
const MAX_RETRY_DELAY_SECONDS = 300;
/** Jobs wait for as long as nobody runs them: pg-boss would drop them after two weeks. */
const WAITS_SECONDS = 10 * 365 * 86_400;
/** After the signal, before pg-boss takes the jobs away. */
const LAST_WORDS_MS = 2_000;

/** Runs the jobs of this service, each kind with workers of its own. */
@Injectable()
export class JobWorkers implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(JobWorkers.name);
  private readonly workers = new Map<string, string>();
  private readonly running = new Map<string, AbortController>();
  private readonly stop = new AbortController();

  constructor(
    private readonly boss: Boss,
    private readonly kinds: JobKinds,
    private readonly clock: Clock,
    private readonly config: ServiceConfig,
    private readonly metrics: JobMetrics,
  ) {}

  async onModuleInit(): Promise<void> {
    this.kinds.discover();
    await this.boss.queues.start();
    for (const { options } of this.kinds.all()) {
      const settings = {
        retryLimit: options.retries ?? 4,
        retryDelay: options.retryDelaySeconds ?? 5,
        retryBackoff: true,
        retryDelayMax: MAX_RETRY_DELAY_SECONDS,
        expireInSeconds: options.expireSeconds ?? 900,
        heartbeatSeconds: HEARTBEAT_SECONDS,
        retentionSeconds: WAITS_SECONDS,
        // The retention job deletes; a failed one waits for a person.
        deleteAfterSeconds: 0,
      };
      await this.boss.queues.createQueue(options.name, { ...settings, policy: options.policy ?? 'standard' });
      await this.boss.queues.updateQueue(options.name, settings);
    }
  }

  async onApplicationBootstrap(): Promise<void> {
    for (const kind of this.kinds.all()) {
      const settings = {
        pollingIntervalSeconds: POLL_SECONDS,
        heartbeatRefreshSeconds: HEARTBEAT_REFRESH_SECONDS,
        localConcurrency: kind.options.concurrency ?? 1,
        perJobResults: true,
      } as const;
      const worker = await this.boss.queues.work(kind.options.name, settings, (jobs: ClaimedJob<JobEnvelope>[]) =>
        Promise.all(jobs.map((job) => this.attempt(kind, job))),
      );
      this.workers.set(kind.options.name, worker);
    }
  }

  /** Does not wait for the next look whether there is work. */
  wake(name: string): void {
    const worker = this.workers.get(name);
    if (worker !== undefined && !this.stop.signal.aborted) this.boss.queues.notifyWorker(worker);
  }

  /** Tells an attempt in this process at once that it no longer counts; those elsewhere hear of it by their heartbeat. */
  abort(id: string): void {
    this.running.get(id)?.abort(new Error('The job was cancelled'));
  }

  /** Takes no more, lets what runs come to its end, and then asks it to stop. What does not is taken over elsewhere. */
  async beforeApplicationShutdown(): Promise<void> {
    const drained = Promise.all([...this.workers.keys()].map((name) => this.boss.queues.offWork(name, { wait: true })));
    const late = new AbortController();
    const patience = wait(this.config.jobDrainMs, 'late', { signal: late.signal }).catch(() => 'done');
    if ((await Promise.race([drained, patience])) === 'late') {
      this.stop.abort(new Error('The service stops'));
      await Promise.race([drained, wait(LAST_WORDS_MS, undefined, { signal: late.signal }).catch(() => undefined)]);
    }
    late.abort();
  }

  private async attempt(kind: JobKind, job: ClaimedJob<JobEnvelope>): Promise<JobResult> {
    const { requestId, traceparent } = job.data;
    return runInContext({ requestId, traceparent }, async () => {
      const cancelled = new AbortController();
      this.running.set(job.id, cancelled);
      const begun = performance.now();
      try {
        const signal = AbortSignal.any([job.signal, this.stop.signal, cancelled.signal]);
        const run = new RunningJob(job, signal, this.boss, this.clock);
        const output = await kind.handler.run(checkPayload(kind.options, job.data.payload), run);
        await this.noteSuccess(kind, performance.now() - begun);
        return { id: job.id, status: 'completed', output: output ?? undefined };
      } catch (error) {
        this.metrics.took(kind.options.name, 'failed', performance.now() - begun);
        return this.failure(kind, job, error);
      } finally {
        this.running.delete(job.id);
      }
    });
  }

  private async noteSuccess({ options }: JobKind, tookMs: number): Promise<void> {
    if (options.schedule) {
      await this.boss.run('UPDATE job_schedule SET last_success_at = $2 WHERE name = $1', [
        options.name,
        this.clock.now(),
      ]);
    }
    this.metrics.took(options.name, 'completed', tookMs);
  }

  private failure(kind: JobKind, job: ClaimedJob, error: unknown): JobResult {
    const attempt = job.retryCount + 1;
    this.logger.error({ err: error, job: kind.options.name, id: job.id, attempt }, 'An attempt of a job failed');
    const status = error instanceof PermanentJobError ? 'deadletter' : 'failed';
    return { id: job.id, status, output: { error: faultReport(error), attempt } };
  }
}
