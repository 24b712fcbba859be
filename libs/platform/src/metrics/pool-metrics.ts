import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ServiceConfig } from '../config/service-config.js';
import { Metrics } from './metrics.js';

/** What the pool of node-postgres tells of itself. */
interface Pool {
  totalCount: number;
  idleCount: number;
  waitingCount: number;
}

/** How much of the service's connection budget is in use (decision 16). */
@Injectable()
export class PoolMetrics {
  constructor(metrics: Metrics, source: DataSource, config: ServiceConfig) {
    const pool = (): Pool => (source.driver as unknown as { master: Pool }).master;
    metrics.reading('hospital_database_pool_connections', 'Connections of the pool.', ['state'], () => {
      const { totalCount, idleCount } = pool();
      return [
        { labels: { state: 'used' }, value: totalCount - idleCount },
        { labels: { state: 'idle' }, value: idleCount },
      ];
    });
    metrics.reading('hospital_database_pool_waiting', 'Pieces of work that wait for a connection.', [], () => [
      { value: pool().waitingCount },
    ]);
    metrics.gauge('hospital_database_pool_limit', 'DATABASE_POOL_SIZE.').set(config.databasePoolSize);
  }
}
