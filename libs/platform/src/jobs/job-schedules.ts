import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { ServiceConfig } from '../config/service-config.js';
import { isDatabaseAway, transact } from '../database/transact.js';
import { Boss } from './boss.js';
import { JobKinds } from './job-kinds.js';
import { Jobs } from './jobs.js';

export interface JobSchedule {
  name: string;
  cron: string;
  zone: string;
  nextAt: Date;
  lastAt: Date | null;
  lastSuccessAt: Date | null;
}

const POLL_MS = 1_000;

interface DueSchedule {
  name: string;
  cron: string;
  zone: string;
}

/**
 * Scheduled jobs are rows that fall due, as deadlines are: one a kind, enqueued in the transaction that moves the row to its next time. So one
 * replica enqueues it, a service that was down catches up once, and the Clock decides when.
 */
@Injectable()
export class JobSchedules implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(JobSchedules.name);
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly source: DataSource,
    private readonly boss: Boss,
    private readonly kinds: JobKinds,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly config: ServiceConfig,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const zone = this.config.hospitalZone;
    const now = this.clock.now();
    const declared = this.kinds.all().flatMap(({ options }) => {
      const cron = options.schedule?.(this.config);
      return cron === undefined ? [] : [{ name: options.name, cron }];
    });
    for (const { name, cron } of declared) {
      await this.source.query(
        `INSERT INTO job_schedule (name, cron, zone, next_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (name) DO UPDATE SET cron = excluded.cron, zone = excluded.zone, next_at = excluded.next_at
         WHERE (job_schedule.cron, job_schedule.zone) <> (excluded.cron, excluded.zone)`,
        [name, cron, zone, this.next(cron, zone, now)],
      );
    }
    await this.source.query('DELETE FROM job_schedule WHERE name <> ALL($1)', [declared.map(({ name }) => name)]);
    this.schedule();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  all(): Promise<JobSchedule[]> {
    return this.source.query(
      `SELECT name, cron, zone, next_at AS "nextAt", last_at AS "lastAt", last_success_at AS "lastSuccessAt"
         FROM job_schedule ORDER BY name`,
    );
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.round = this.runOnce()
        .catch((error: unknown) => (isDatabaseAway(error) ? this.logger.debug(error) : this.logger.error(error)))
        .finally(() => this.schedule());
    }, POLL_MS);
  }

  private async runOnce(): Promise<void> {
    const now = this.clock.now();
    const due: unknown[] = await this.source.query('SELECT 1 FROM job_schedule WHERE next_at <= $1 LIMIT 1', [now]);
    if (due.length > 0) await transact(this.source, (tx) => this.enqueueDue(tx, now));
  }

  private async enqueueDue(tx: EntityManager, now: Date): Promise<void> {
    const due: DueSchedule[] = await tx.query(
      `SELECT name, cron, zone FROM job_schedule WHERE next_at <= $1 AND name = ANY($2)
        ORDER BY next_at FOR UPDATE SKIP LOCKED`,
      [now, this.kinds.all().map(({ options }) => options.name)],
    );
    for (const { name, cron, zone } of due) {
      const kind = this.kinds.named(name);
      if (kind) await this.jobs.enqueue(tx, kind.type, {});
      await tx.query('UPDATE job_schedule SET next_at = $2, last_at = $3 WHERE name = $1', [
        name,
        this.next(cron, zone, now),
        now,
      ]);
    }
  }

  /** @throws Error for an expression that is none, or that never comes. */
  private next(cron: string, zone: string, after: Date): Date {
    const [next] = this.boss.queues.previewSchedule(cron, { tz: zone, from: after, count: 1 });
    if (!next) throw new Error(`The schedule ${cron} has no next time`);
    return next;
  }
}
