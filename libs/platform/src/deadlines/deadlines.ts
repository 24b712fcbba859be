import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock/clock.js';
import { isDatabaseAway, transact } from '../database/transact.js';
import { asOwnWork, type SpanText } from '../tracing/tracing.js';
import { Metrics } from '../metrics/metrics.js';
import { DeadlineMetrics } from './deadline-metrics.js';
import { Backlogs } from './backlogs.js';
import { DueKinds } from './due-kinds.js';
import type { DeadlineSource, DueRow } from './deadline-source.js';

const POLL_MS = 500;
const BATCH = 100;
const MAX_BACKOFF_MS = 60_000;
/** A row that failed and did not come again for so long is no longer due. */
const FORGOTTEN_AFTER_MS = 3_600_000;

export const DEADLINE_SOURCES = Symbol('deadline sources');

interface Failure {
  attempts: number;
  retryAt: number;
}

/** Works off what falls due, of every source of the service, within about half a second of its time. */
@Injectable()
export class Deadlines implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Deadlines.name);
  private readonly metrics: DeadlineMetrics;
  private readonly failures = new Map<string, Failure>();
  private readonly due: DueKinds;
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    @Inject(DEADLINE_SOURCES) private readonly kinds: DeadlineSource[],
    metrics: Metrics,
    backlogs: Backlogs,
  ) {
    backlogs.register(kinds);
    this.due = new DueKinds(source, kinds);
    this.metrics = new DeadlineMetrics(metrics, backlogs);
  }

  onApplicationBootstrap(): void {
    if (this.kinds.length > 0) this.schedule();
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
        .then(() => undefined)
        .catch((error: unknown) => this.logger.error(error))
        .finally(() => this.schedule());
    }, POLL_MS);
  }

  /**
   * Works off everything that is due now, a batch of each kind in turn: a red ticket does not wait for ten thousand
   * reminders. @returns the number of rows handled.
   */
  async runOnce(): Promise<number> {
    const broken = new Set<DeadlineSource>();
    let handled = 0;
    for (let more = true; more && !this.stopped;) {
      more = false;
      for (const kind of await this.due.at(this.clock.now())) {
        const count = broken.has(kind) || this.stopped ? 0 : await this.runUnlessBroken(kind, broken);
        handled += count;
        more ||= count === sizeOf(kind);
      }
    }
    return handled;
  }

  /** A kind whose rows cannot even be claimed must not hold up the others. */
  private async runUnlessBroken(kind: DeadlineSource, broken: Set<DeadlineSource>): Promise<number> {
    try {
      return await this.runBatch(kind, sizeOf(kind));
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      broken.add(kind);
      this.logger.error({ err: error, deadline: kind.name }, 'What is due could not be read');
      return 0;
    }
  }

  /** One row that fails must not hold up the others: a failed batch is run again row by row. */
  private async runBatch(kind: DeadlineSource, limit: number): Promise<number> {
    const now = this.clock.now();
    const claimed: DueRow[] = [];
    try {
      await transact(this.source, async (tx) => {
        claimed.splice(0, claimed.length, ...(await kind.claim(tx, now, limit, this.resting(kind, now))));
        await handleAll(kind, tx, claimed, now);
      });
      for (const row of claimed) this.failures.delete(failureKey(kind, row));
      this.metrics.worked(kind, claimed, now);
      return claimed.length;
    } catch (error) {
      if (isDatabaseAway(error)) throw error;
      if (claimed.length > 1) return this.runSingly(kind, claimed.length);
      const row = claimed[0];
      if (row === undefined) throw error;
      this.rest(kind, row, now, error);
      return 0;
    }
  }

  private async runSingly(kind: DeadlineSource, count: number): Promise<number> {
    let handled = 0;
    for (let index = 0; index < count && !this.stopped; index += 1) handled += await this.runBatch(kind, 1);
    return handled;
  }

  private resting(kind: DeadlineSource, now: Date): string[] {
    for (const [key, { retryAt }] of this.failures)
      if (retryAt + FORGOTTEN_AFTER_MS < now.getTime()) this.failures.delete(key);
    return [...this.failures]
      .filter(([key, failure]) => key.startsWith(`${kind.name} `) && failure.retryAt > now.getTime())
      .map(([key]) => key.slice(kind.name.length + 1));
  }

  private rest(kind: DeadlineSource, row: DueRow, now: Date, error: unknown): void {
    const key = failureKey(kind, row);
    this.metrics.stumbled(kind);
    const attempts = (this.failures.get(key)?.attempts ?? 0) + 1;
    this.failures.set(key, { attempts, retryAt: now.getTime() + Math.min(MAX_BACKOFF_MS, 500 * 2 ** attempts) });
    this.logger.error(
      { err: error, deadline: kind.name, row: row.id, attempts },
      'A deadline failed and is tried again',
    );
  }
}

function sizeOf({ batch = BATCH }: DeadlineSource): number {
  return batch;
}

async function handleAll(kind: DeadlineSource, tx: EntityManager, rows: DueRow[], now: Date): Promise<void> {
  const span = () => spanOf(kind);
  if (!kind.handleAll) {
    for (const row of rows) await asOwnWork(span, () => kind.handle(tx, row, now));
  } else if (rows.length > 0) {
    await asOwnWork(span, async () => kind.handleAll?.(tx, rows, now));
  }
}

function spanOf({ name }: DeadlineSource): SpanText {
  return { name: `deadline ${name}`, kind: 'internal' };
}

function failureKey(kind: DeadlineSource, row: DueRow): string {
  return `${kind.name} ${row.id}`;
}
