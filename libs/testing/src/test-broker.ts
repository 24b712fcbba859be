import { contractOf, type EventClass } from '#contracts';
import { subjectsOf, type CloudEvent } from '#event-bus';
import { newId } from '#platform';
import { jetstream, jetstreamManager, type JetStreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { testEnvironment } from './test-environment.js';
import { TEST_USER } from './test-users.js';

/** For an answer of the broker, which comes at once: a busy machine may stand still for seconds. */
const PATIENCE_MS = 30_000;

/** A connection of the test itself to the broker: it plays the other services. */
export class TestBroker {
  private constructor(
    readonly connection: NatsConnection,
    readonly manager: JetStreamManager,
  ) {}

  static async connect(url: string): Promise<TestBroker> {
    const login = { user: TEST_USER, pass: testEnvironment().natsPassword };
    const patience = { maxReconnectAttempts: -1, reconnectTimeWait: 100 };
    const connection = await connect({ servers: url, name: 'test', ...login, ...patience });
    return new TestBroker(connection, await jetstreamManager(connection, { timeout: PATIENCE_MS }));
  }

  /** Every file of tests begins with no streams. */
  async deleteStreams(): Promise<void> {
    for await (const stream of this.manager.streams.list()) await this.manager.streams.delete(stream.config.name);
  }

  /** Publishes an event as the service that owns its contract would. @returns the event. */
  async publish<T extends object>(
    type: EventClass<T>,
    data: T,
    overrides: Partial<CloudEvent> = {},
  ): Promise<CloudEvent<T>> {
    const contract = contractOf(type);
    const service = contract.subject.split('.', 1)[0] as string;
    const event: CloudEvent<T> = {
      specversion: '1.0',
      id: newId(),
      source: `/services/${service}`,
      type: contract.subject,
      time: new Date().toISOString(),
      datacontenttype: 'application/json',
      partitionkey: String(data[contract.key]),
      data,
      ...(overrides as Partial<CloudEvent<T>>),
    };
    await this.publishText(contract.subject, JSON.stringify(event), event.id);
    return event;
  }

  async publishText(subject: string, text: string, messageId: string = newId()): Promise<void> {
    await this.ensureStream(subject.split('.', 1)[0] as string);
    await jetstream(this.connection).publish(subject, text, { msgID: messageId, timeout: PATIENCE_MS });
  }

  async ensureStream(service: string): Promise<void> {
    await this.manager.streams.add({ name: service, subjects: subjectsOf(service) }).catch((error: unknown) => {
      // 10058: the service under test made it first, with its own configuration.
      if ((error as { code?: number }).code !== 10_058) throw error;
    });
  }

  async close(): Promise<void> {
    await this.connection.close();
  }
}
