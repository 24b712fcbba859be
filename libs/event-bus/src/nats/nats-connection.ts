import { Health, ServiceConfig } from '#platform';
import { jetstream, jetstreamManager, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection, type NodeConnectionOptions } from '@nats-io/transport-node';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { pause } from '../leases.js';
import { SERVICE_NAME } from '../service-name.js';
import { connectionOptions } from './connection-options.js';

const PATIENCE_MS = 5_000;
const RETRY_MS = 250;

/** Whether a process can do its work without the broker, or waits for it and is not ready without it. */
export type BrokerNeed = 'required' | 'useful';
export const BROKER_NEED = Symbol('need of the broker');

/** The service's one connection to the broker; it reconnects for as long as the service runs. */
@Injectable()
export class Nats implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(Nats.name);
  private connection: NatsConnection | undefined;
  private manager: JetStreamManager | undefined;
  private client: JetStreamClient | undefined;
  private readonly stopping = new AbortController();
  private opened!: () => void;
  /** Fulfilled at the first connection. */
  readonly connected = new Promise<void>((resolve) => (this.opened = resolve));
  /** Connections made so far: whoever remembers the number sees that the broker may be another than before. */
  connections = 0;

  constructor(
    private readonly config: ServiceConfig,
    private readonly health: Health,
    @Inject(SERVICE_NAME) private readonly service: string,
    @Inject(BROKER_NEED) private readonly need: BrokerNeed,
  ) {}

  async onModuleInit(): Promise<void> {
    const opening = this.open();
    if (this.need === 'required') await opening;
    else opening.catch((error: unknown) => this.logger.error(error));
  }

  private async open(): Promise<void> {
    const patience = setInterval(() => this.logger.warn('NATS is not there yet, or does not let us in'), PATIENCE_MS);
    const connection = await this.firstConnection().finally(() => clearInterval(patience));
    if (!connection) return;
    this.connection = connection;
    this.connections += 1;
    this.client = jetstream(connection);
    this.manager = await jetstreamManager(connection, { checkAPI: false });
    if (this.need === 'required') this.health.register('nats', () => connection.flush());
    void this.report(connection);
    this.opened();
  }

  /** Undefined when the process stops before the broker is there. */
  private async firstConnection(): Promise<NatsConnection | undefined> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const connection = await connect(this.options()).catch((error: unknown) => this.logger.debug(error));
      if (connection && signal.aborted) await connection.close();
      else if (connection) return connection;
      await pause(RETRY_MS, signal);
    }
    return undefined;
  }

  private options(): NodeConnectionOptions {
    return {
      ...connectionOptions(this.config),
      name: this.service,
      maxReconnectAttempts: -1,
      reconnectTimeWait: RETRY_MS,
      // Of one attempt: the client waits this long for a server that hangs up in the middle of its greeting.
      timeout: 3_000,
      pingInterval: 5_000,
      maxPingOut: 2,
      // Passwords change on the broker and here at different moments.
      ignoreAuthErrorAbort: true,
      // A request would make two errors with stacks in advance, an eighth of the time of a publish.
      noAsyncTraces: true,
      // The only inbox our user may listen on, and nobody else's may.
      inboxPrefix: `_INBOX_${this.service}`,
    };
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.connection?.close();
  }

  /** For questions between services; events go over JetStream. */
  get core(): NatsConnection {
    if (!this.connection) throw new Error('NATS is not connected yet');
    return this.connection;
  }

  get js(): JetStreamClient {
    if (!this.client) throw new Error('NATS is not connected yet');
    return this.client;
  }

  get jsm(): JetStreamManager {
    if (!this.manager) throw new Error('NATS is not connected yet');
    return this.manager;
  }

  private async report(connection: NatsConnection): Promise<void> {
    for await (const status of connection.status()) {
      if (status.type === 'reconnect') this.connections += 1;
      if (status.type === 'disconnect' || status.type === 'reconnect') this.logger.warn(`NATS: ${status.type}`);
      // Above all what the broker does not let our user do.
      if (status.type === 'error') this.logger.error(`NATS: ${status.error.message}`);
    }
  }
}
