import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as wait } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { isDatabaseAway, transact } from '../database/transact.js';
import { faultText } from '../logging/fault-text.js';
import { Job, type JobHandler, type JobRun, type NoPayload } from '../jobs/job.js';
import { removeBatch } from './retention-batch.js';
import type { RetentionRule } from './retention-rule.js';
import { RetentionRules } from './retention-rules.js';

/** Rows of one transaction: a few milliseconds, so that nobody waits for it. */
export const RETENTION_BATCH = 1_000;
/** As long as a batch took, and at least so long, the database is left to others. */
const LEAST_PAUSE_MS = 20;
const REPORT_EVERY_BATCHES = 20;

/** Deletes what is older than its rule allows, once a night (decision 15). Stopped anywhere, it goes on the next time. */
@Injectable()
@Job<NoPayload>({
  name: 'platform.retention',
  policy: 'exclusive',
  expireSeconds: 6 * 3_600,
  schedule: (config) => {
    const [hour, minute] = config.retentionAt.split(':').map(Number);
    return `${minute} ${hour} * * *`;
  },
})
export class RetentionJob implements JobHandler<NoPayload> {
  private readonly logger = new Logger(RetentionJob.name);

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly rules: RetentionRules,
  ) {}

  /** @throws Error naming the rules that failed, after every other one was enforced. */
  async run(_payload: NoPayload, run: JobRun): Promise<Record<string, unknown>> {
    const removed: Record<string, number> = {};
    const failed: string[] = [];
    for (const rule of this.rules.rules()) {
      try {
        removed[rule.name] = await this.enforce(rule, run);
      } catch (error) {
        if (run.signal.aborted || isDatabaseAway(error)) throw error;
        this.logger.error({ err: error, rule: rule.name }, 'A retention rule failed');
        failed.push(rule.name);
        await this.ended(rule, error);
      }
    }
    if (failed.length > 0) throw new Error(`Not enforced: ${failed.join(', ')}`);
    return removed;
  }

  private async enforce(rule: RetentionRule, run: JobRun): Promise<number> {
    await this.begun(rule);
    let removed = 0;
    for (let batch = 1; ; batch += 1) {
      run.signal.throwIfAborted();
      const started = performance.now();
      const count = await this.removeOnce(rule, run);
      removed += count;
      if (batch % REPORT_EVERY_BATCHES === 0) await run.report({ rule: rule.name, removed });
      if (count < RETENTION_BATCH) break;
      await wait(Math.max(LEAST_PAUSE_MS, performance.now() - started), undefined, { signal: run.signal });
    }
    await this.ended(rule);
    return removed;
  }

  /** The count is kept in the transaction that deletes: what operations read is what went. */
  private removeOnce(rule: RetentionRule, run: JobRun): Promise<number> {
    return transact(this.source, async (tx) => {
      await run.hold(tx);
      const count = await removeBatch(tx, rule, this.clock.now(), RETENTION_BATCH);
      await tx.query(
        'UPDATE retention_run SET removed = removed + $2, removed_ever = removed_ever + $2 WHERE rule = $1',
        [rule.name, count],
      );
      return count;
    });
  }

  private async begun(rule: RetentionRule): Promise<void> {
    await this.source.query(
      `INSERT INTO retention_run (rule, started_at, removed, removed_ever) VALUES ($1, $2, 0, 0)
       ON CONFLICT (rule) DO UPDATE SET started_at = excluded.started_at, finished_at = NULL, removed = 0, error = NULL`,
      [rule.name, this.clock.now()],
    );
  }

  private async ended(rule: RetentionRule, error?: unknown): Promise<void> {
    const reason = error === undefined ? null : faultText(error);
    await this.source.query('UPDATE retention_run SET finished_at = $2, error = $3 WHERE rule = $1', [
      rule.name,
      this.clock.now(),
      reason,
    ]);
  }
}
