import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { Db, PgBoss } from 'pg-boss';
import type { EntityManager } from 'typeorm';
import { ServiceConfig } from '../config/service-config.js';
import { PooledClient } from '../database/pooled-client.js';
import { bossDatabase, makeBoss } from './job-schema.js';

/** One statement fetches or ends a job while another one keeps its neighbours alive (connection budget, decision 16). */
const CONNECTIONS = 2;

/** pg-boss on connections of its own: heartbeats must not wait for a pool that handlers have emptied. */
@Injectable()
export class Boss implements OnApplicationShutdown {
  private readonly logger = new Logger(Boss.name);
  private readonly pool: pg.Pool;
  readonly queues: PgBoss;

  constructor(config: ServiceConfig) {
    this.pool = new pg.Pool({
      connectionString: config.databaseUrl,
      application_name: 'jobs',
      max: CONNECTIONS,
      Client: PooledClient,
      connectionTimeoutMillis: 5_000,
      statement_timeout: config.databaseStatementTimeoutMs,
      idle_in_transaction_session_timeout: config.databaseStatementTimeoutMs,
    });
    this.pool.on('error', (error) => this.logger.debug(`A connection was lost: ${error.message}`));
    this.queues = makeBoss(bossDatabase(this.pool));
    this.queues.on('error', (error) => this.logger.warn(`Jobs: ${error.message}`));
    this.queues.on('warning', (warning) => this.logger.warn(`Jobs: ${warning.message}`));
  }

  /** A statement about jobs beside pg-boss' own, on its connections. */
  async run<R extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<R[]> {
    return (await this.pool.query<R>(text, values)).rows;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queues.stop({ graceful: false });
    await this.pool.end();
  }
}

/** Lets pg-boss write on the connection of a transaction: the job exists exactly when the change commits. */
export async function transactionDatabase(tx: EntityManager): Promise<Db> {
  if (!tx.queryRunner?.isTransactionActive) throw new Error('A job is enqueued inside the transaction that causes it');
  return bossDatabase((await tx.queryRunner.connect()) as pg.ClientBase);
}
