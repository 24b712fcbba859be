import { AckPolicy, DeliverPolicy, ReplayPolicy, type ConsumerMessages, type JsMsg } from '@nats-io/jetstream';
import { nanos } from '@nats-io/transport-node';
import { Logger } from '@nestjs/common';
import type { Nats } from '../nats/nats-connection.js';
import { isNotFound } from '../nats/streams.js';

/**
 * Deliveries under way to us at most; also the bound of the lanes' memory. A key that rests for half a minute until it
 * is parked must not fill it alone.
 */
const MAX_IN_FLIGHT = 4_096;
const PREFETCH = 512;
const GONE = ['consumer_not_found', 'consumer_deleted', 'stream_not_found'];

/** The service's durable consumer of one stream at the broker. */
export class Durable {
  private readonly logger = new Logger(Durable.name);

  constructor(
    private readonly stream: string,
    private readonly service: string,
    private readonly nats: Nats,
    private readonly ackWaitMs: number,
  ) {}

  /**
   * Makes it anew from a sequence on: after a crash JetStream would deliver what we held only after newer events of
   * the same keys.
   */
  async remake(startSequence: number): Promise<void> {
    const { consumers } = this.nats.jsm;
    await consumers.delete(this.stream, this.service).catch((error: unknown) => {
      if (!isNotFound(error)) throw error;
    });
    await consumers.add(this.stream, {
      durable_name: this.service,
      ack_policy: AckPolicy.Explicit,
      ack_wait: nanos(this.ackWaitMs),
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: startSequence,
      max_ack_pending: MAX_IN_FLIGHT,
      replay_policy: ReplayPolicy.Instant,
    });
  }

  /** Begins to pull. `gone` is called when nothing will come any more, for whatever reason. */
  async pull(receive: (message: JsMsg) => void, gone: () => void): Promise<ConsumerMessages> {
    const consumer = await this.nats.js.consumers.get(this.stream, this.service);
    const messages = await consumer.consume({
      max_messages: PREFETCH,
      idle_heartbeat: 1_000,
      expires: 30_000,
      callback: receive,
    });
    // The client gives up on what it cannot mend: begin again instead of listening to nothing.
    void messages.closed().then(gone);
    void this.watch(messages, gone).catch((error: unknown) => this.logger.debug(error));
    return messages;
  }

  /** A consumer that vanished (a broker that lost its disk, an operator) is made anew. */
  private async watch(messages: ConsumerMessages, gone: () => void): Promise<void> {
    for await (const status of messages.status()) if (GONE.includes(status.type)) gone();
  }
}
