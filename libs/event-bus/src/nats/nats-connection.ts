import { Health, ServiceConfig } from '#platform';
import { jetstream, jetstreamManager, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { SERVICE_NAME } from '../service-name.js';

const PATIENCE_MS = 5_000;

/** The service's one connection to the broker; it reconnects for as long as the service runs. */
@Injectable()
export class Nats implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(Nats.name);
  private connection: NatsConnection | undefined;
  private manager: JetStreamManager | undefined;
  private client: JetStreamClient | undefined;

  constructor(
    private readonly config: ServiceConfig,
    private readonly health: Health,
    @Inject(SERVICE_NAME) private readonly service: string,
  ) {}

  async onModuleInit(): Promise<void> {
    const patience = setInterval(() => this.logger.warn('NATS is not there yet, or does not let us in'), PATIENCE_MS);
    const connection = await connect({
      servers: this.config.natsUrl.split(','),
      name: this.service,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 250,
      // Of one attempt: the client waits this long for a server that hangs up in the middle of its greeting.
      timeout: 3_000,
      pingInterval: 5_000,
      maxPingOut: 2,
      waitOnFirstConnect: true,
      // Passwords change on the broker and here at different moments.
      ignoreAuthErrorAbort: true,
      // A request would make two errors with stacks in advance, an eighth of the time of a publish.
      noAsyncTraces: true,
      inboxPrefix: `_INBOX_${this.service}`,
    }).finally(() => clearInterval(patience));
    this.connection = connection;
    this.client = jetstream(connection);
    this.manager = await jetstreamManager(connection, { checkAPI: false });
    this.health.register('nats', async () => {
      await connection.flush();
    });
    void this.report(connection);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.connection?.close();
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
      if (status.type === 'disconnect' || status.type === 'reconnect') this.logger.warn(`NATS: ${status.type}`);
    }
  }
}
