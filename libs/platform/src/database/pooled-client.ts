import type { Socket } from 'node:net';
import { Logger } from '@nestjs/common';
import pg from 'pg';
import { faultText } from '../logging/fault-text.js';

/** When an idle connection is first asked whether its other end is still there; after ten seconds without a word it is not. */
const KEEP_ALIVE_MS = 10_000;

/**
 * A pool's connection that can fail at any moment. While it is handed from the pool to a query runner nobody listens
 * to it: a server that ends it in the same packet that made it ready would end the whole process.
 * Who holds it finds out by the error of the next statement, and the pool drops it.
 *
 * A server whose machine vanished ends nothing. It would have said that a statement took too long: when it says nothing
 * for longer than that, the connection is given up (ETIMEDOUT).
 */
export class PooledClient extends pg.Client {
  private static readonly logger = new Logger('Database');

  constructor(config?: string | pg.ClientConfig) {
    const options = typeof config === 'string' ? { connectionString: config } : config;
    super({ ...options, keepAlive: true, keepAliveInitialDelayMillis: KEEP_ALIVE_MS });
    this.on('error', (error) => PooledClient.logger.debug(`A connection was lost: ${faultText(error)}`));
    const longest = Number(options?.statement_timeout ?? 0);
    if (longest > 0) this.once('connect', () => this.giveUpAfter(longest * 1.2 + 1_000));
  }

  private giveUpAfter(silenceMs: number): void {
    const { connection } = this as unknown as { connection: { stream: Socket } };
    const { stream } = connection;
    stream.setTimeout(silenceMs, () => {
      const { readyForQuery } = this as unknown as { readyForQuery: boolean };
      if (!readyForQuery) stream.destroy(Object.assign(new Error('The database fell silent'), { code: 'ETIMEDOUT' }));
    });
  }
}
