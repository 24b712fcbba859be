import { Clock, faultText, isDatabaseAway, traced, type SpanText } from '#platform';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { headers } from '@nats-io/transport-node';
import { DataSource, type EntitySubscriberInterface } from 'typeorm';
import { checkpoint } from '../checkpoint.js';
import { CLOUD_EVENT_CONTENT_TYPE, traceparentIn } from '../cloud-event.js';
import { RelayMetrics } from '../metrics/relay-metrics.js';
import { Leases, pause, type Lease } from '../leases.js';
import { Nats } from '../nats/nats-connection.js';
import { Streams } from '../nats/streams.js';
import { SERVICE_NAME } from '../service-name.js';
import { OUTBOX_WRITTEN } from './outbox.js';

const POLL_MS = 50;
/** Between looks that found nothing: what another replica commits after a quiet time waits so long at most. */
const QUIET_POLL_MS = 200;
const BATCH = 512;
const RETRY_MS = 250;
const PUBLISH_TIMEOUT_MS = 5_000;

interface OutboxRow {
  seq: string;
  id: string;
  subject: string;
  partition_key: string;
  event: string;
}

/**
 * Publishes the outbox in order. One relay a database is active, by lease; a second one stands by.
 * No key ever has two unconfirmed events under way, so a failed publish cannot be overtaken.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Relay.name);
  private readonly stop = new AbortController();
  private committed = false;
  private pollMs = POLL_MS;
  private onCommit: () => void = () => undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly source: DataSource,
    private readonly nats: Nats,
    private readonly streams: Streams,
    private readonly leases: Leases,
    private readonly clock: Clock,
    private readonly metrics: RelayMetrics,
    @Inject(SERVICE_NAME) private readonly service: string,
  ) {}

  onApplicationBootstrap(): void {
    this.source.subscribers.push(this.commitWatcher());
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort();
    await this.running;
  }

  /** A commit that comes while a batch is being published counts for the next one. */
  private wake(): void {
    this.committed = true;
    this.onCommit();
  }

  private async waitForWork(lease: Lease): Promise<void> {
    if (!this.committed && !this.stop.signal.aborted && !lease.lost.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, this.pollMs);
        this.onCommit = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.committed = false;
  }

  private commitWatcher(): EntitySubscriberInterface {
    return {
      afterTransactionCommit: ({ queryRunner }) => {
        // A savepoint that is released commits nothing yet.
        if (queryRunner.isTransactionActive || queryRunner.data[OUTBOX_WRITTEN] === undefined) return;
        delete queryRunner.data[OUTBOX_WRITTEN];
        this.wake();
      },
      afterTransactionRollback: ({ queryRunner }) => {
        if (!queryRunner.isTransactionActive) delete queryRunner.data[OUTBOX_WRITTEN];
      },
    };
  }

  private async run(): Promise<void> {
    while (!this.stop.signal.aborted) {
      const lease = await this.leases.acquire('outbox relay', this.stop.signal);
      if (!lease) return;
      this.metrics.leads(true);
      await this.lead(lease);
      this.metrics.leads(false);
      await lease.release().catch((error: unknown) => this.logger.debug(error));
    }
  }

  private async lead(lease: Lease): Promise<void> {
    let streamOfConnection: number | undefined;
    while (!this.stop.signal.aborted && !lease.lost.aborted) {
      try {
        // Readers wait for the stream. A broker we come back to may have lost it, whether or not there is work.
        const { connections } = this.nats;
        if (streamOfConnection !== connections) await this.streams.ensure(this.service);
        streamOfConnection = connections;
        const count = await this.publishBatch(lease);
        this.pollMs = count > 0 ? POLL_MS : Math.min(this.pollMs * 2, QUIET_POLL_MS);
        if (count < BATCH) await this.waitForWork(lease);
      } catch (error) {
        this.logger.warn(`Relay: ${faultText(error)}`);
        if (!isDatabaseAway(error)) streamOfConnection = undefined;
        await pause(RETRY_MS, this.stop.signal, lease.lost);
      }
    }
  }

  /** @returns how many rows there were; more are waiting when the batch was full. */
  private async publishBatch(lease: Lease): Promise<number> {
    const rows: OutboxRow[] = await this.source.query(
      `SELECT seq, id, subject, partition_key, event::text AS event
         FROM outbox WHERE published_at IS NULL ORDER BY seq LIMIT ${BATCH}`,
    );
    if (rows.length === 0) return 0;
    const byKey = Map.groupBy(rows, (row) => row.partition_key);
    const confirmed: string[] = [];
    const outcomes = await Promise.allSettled(
      [...byKey.values()].map((chain) => this.publishChain(chain, lease, confirmed)),
    );
    checkpoint('relay.published');
    if (confirmed.length > 0) {
      this.metrics.confirmed(confirmed.length);
      await this.source.query('UPDATE outbox SET published_at = $1 WHERE seq = ANY($2::bigint[])', [
        this.clock.now(),
        confirmed,
      ]);
    }
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed) throw failed.reason;
    return rows.length;
  }

  private async publishChain(chain: OutboxRow[], lease: Lease, confirmed: string[]): Promise<void> {
    for (const row of chain) {
      if (lease.lost.aborted) return;
      await traced(
        () => spanOf(row),
        () => this.publish(row),
      );
      confirmed.push(row.seq);
    }
  }

  private async publish(row: OutboxRow): Promise<void> {
    const messageHeaders = headers();
    messageHeaders.set('content-type', CLOUD_EVENT_CONTENT_TYPE);
    await this.nats.js.publish(row.subject, row.event, {
      msgID: row.id,
      headers: messageHeaders,
      timeout: PUBLISH_TIMEOUT_MS,
    });
  }
}

function spanOf(row: OutboxRow): SpanText {
  return { name: `publish ${row.subject}`, kind: 'producer', parent: traceparentIn(row.event) ?? null };
}
