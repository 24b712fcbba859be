import { Logger } from '@nestjs/common';
import pg from 'pg';
import { faultText } from '../logging/fault-text.js';

/**
 * A pool's connection that can fail at any moment. While it is handed from the pool to a query runner nobody listens
 * to it: a server that ends it in the same packet that made it ready would end the whole process.
 * Who holds it finds out by the error of the next statement, and the pool drops it.
 */
export class PooledClient extends pg.Client {
  private static readonly logger = new Logger('Database');

  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', (error) => PooledClient.logger.debug(`A connection was lost: ${faultText(error)}`));
  }
}
