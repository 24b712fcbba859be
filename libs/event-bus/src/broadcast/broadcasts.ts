import { randomUUID } from 'node:crypto';
import { contractOf, type EventClass } from '#contracts';
import { DeliverPolicy, type Consumer, type ConsumerMessages, type JsMsg } from '@nats-io/jetstream';
import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { parseCloudEvent, type CloudEvent } from '../cloud-event.js';
import { checkContract } from '../contract-check.js';
import { pause } from '../leases.js';
import { Nats } from '../nats/nats-connection.js';
import { isNotFound, streamOf } from '../nats/streams.js';
import { SERVICE_NAME } from '../service-name.js';

const RETRY_MS = 250;
const FORGOTTEN_AFTER_MS = 60_000;
/** Whatever the client says of its consumer beyond these, it may have lost its place: begin again. */
const HARMLESS = new Set(['heartbeat', 'debug', 'next', 'discard', 'flow_control']);

export interface Broadcast<T extends object> {
  type: EventClass<T>;
  /** From when on events are wanted, asked again at every beginning. */
  since: () => Date;
  /** Called in order; the same event comes again after trouble, so it must do no harm twice. */
  handle: (event: CloudEvent<T>) => void;
}

/**
 * Events that every process must hear, each replica for itself: no durable, no inbox, nothing kept. After trouble of
 * any kind (broker restarted, stream made anew, delivery lost) the subscription begins again from its start time.
 */
@Injectable()
export class Broadcasts implements OnApplicationShutdown {
  private readonly logger = new Logger(Broadcasts.name);
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>[] = [];

  constructor(
    private readonly nats: Nats,
    @Inject(SERVICE_NAME) private readonly service: string,
  ) {}

  /** @returns when everything up to now has been handled, for the first time. */
  subscribe<T extends object>(broadcast: Broadcast<T>): Promise<void> {
    return new Promise((caughtUp) => this.running.push(this.run(broadcast, caughtUp)));
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.running);
  }

  private async run<T extends object>(broadcast: Broadcast<T>, caughtUp: () => void): Promise<void> {
    const { signal } = this.stopping;
    await Promise.race([this.nats.connected, aborted(signal)]);
    while (!signal.aborted) {
      await this.listen(broadcast, caughtUp).catch((error: unknown) => {
        // The owner of the stream makes it: until it has, there is nothing to hear.
        if (isNotFound(error)) caughtUp();
        else this.logger.warn(`Broadcast ${contractOf(broadcast.type).subject}: ${String(error)}`);
      });
      await pause(RETRY_MS, signal);
    }
  }

  /** Hears until something is wrong or the process stops. */
  private async listen<T extends object>(broadcast: Broadcast<T>, caughtUp: () => void): Promise<void> {
    const { subject } = contractOf(broadcast.type);
    const consumer = await this.nats.js.consumers.get(streamOf(subject), {
      // The client only counts on from here: two processes of one name would share what each must hear.
      name_prefix: `${this.service}_${randomUUID()}`,
      filter_subjects: subject,
      deliver_policy: DeliverPolicy.StartTime,
      opt_start_time: broadcast.since().toISOString(),
      inactive_threshold: FORGOTTEN_AFTER_MS,
    });
    const { num_pending: behind } = await consumer.info(true);
    if (behind === 0) caughtUp();
    const end = new AbortController();
    const messages = await consumer.consume({
      idle_heartbeat: 1_000,
      expires: 30_000,
      callback: (message) => {
        this.receive(broadcast, message);
        if (message.info.pending === 0) caughtUp();
      },
    });
    void messages.closed().then(() => end.abort());
    void watch(messages, end).catch((error: unknown) => this.logger.debug(error));
    await aborted(AbortSignal.any([end.signal, this.stopping.signal]));
    messages.stop();
    void forget(consumer);
  }

  /** What nobody can read is the emitter's fault; the next event must still be heard. */
  private receive<T extends object>({ type, handle }: Broadcast<T>, message: JsMsg): void {
    try {
      const event = parseCloudEvent(message.string());
      handle({ ...event, data: checkContract(type, event.data, 'receive') });
    } catch (error) {
      this.logger.error(`${message.subject} at ${message.seq} was not understood: ${String(error)}`);
    }
  }
}

async function watch(messages: ConsumerMessages, end: AbortController): Promise<void> {
  for await (const status of messages.status()) if (!HARMLESS.has(status.type)) end.abort();
}

/** The broker forgets it by itself after a while when it cannot be told. */
async function forget(consumer: Consumer): Promise<void> {
  await consumer.delete().catch(() => undefined);
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
