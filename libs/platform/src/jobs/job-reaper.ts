import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { isDatabaseAway } from '../database/transact.js';
import { Boss } from './boss.js';
import { JOB_SCHEMA } from './job-schema.js';

const POLL_MS = 3_000;
const BATCH = 100;

interface LostJob {
  id: string;
  name: string;
  retryCount: number;
}

/**
 * Gives jobs of processes that went away to somebody else: no heartbeat for as long as its job was promised one, or
 * beyond its longest time. pg-boss would do it too, with an aggregate over every stored job each time it looks.
 */
@Injectable()
export class JobReaper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(JobReaper.name);
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<unknown> = Promise.resolve();
  private stopped = false;

  constructor(private readonly boss: Boss) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.round;
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.round = this.runOnce()
        .catch((error: unknown) => (isDatabaseAway(error) ? this.logger.debug(error) : this.logger.error(error)))
        .finally(() => this.schedule());
    }, POLL_MS);
  }

  /** Safe on any number of replicas: pg-boss ends only the very attempt that was seen dead. */
  private async runOnce(): Promise<void> {
    const lost = await this.boss.run<LostJob>(
      `SELECT id, name, retry_count AS "retryCount" FROM ${JOB_SCHEMA}.job_common
        WHERE state = 'active'
          AND (heartbeat_on + heartbeat_seconds * interval '1 second' < ${JOB_SCHEMA}.job_now()
            OR started_on + expire_seconds * interval '1 second' < ${JOB_SCHEMA}.job_now())
        ORDER BY started_on LIMIT $1`,
      [BATCH],
    );
    for (const job of lost) await this.tryRelease(job);
  }

  /** One that cannot be released is looked at again in the next round, and holds up no other. */
  private async tryRelease(job: LostJob): Promise<void> {
    try {
      await this.release(job);
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      this.logger.error({ err: error, job: job.name, id: job.id }, 'A job that lost its process could not be released');
    }
  }

  private async release({ id, name, retryCount }: LostJob): Promise<void> {
    this.logger.warn({ job: name, id, attempt: retryCount + 1 }, 'A job lost its process and is given to another one');
    await this.boss.queues.fail(name, { id, retryCount }, { error: 'Its process went away', attempt: retryCount + 1 });
    // The pause between attempts is for work that failed; this one was only cut off.
    await this.boss.queues.update({ name, options: { id, startAfter: 0 } });
  }
}
