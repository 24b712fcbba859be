import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { migrateJobSchema } from '../jobs/job-schema.js';
import { platformMigrations, type MigrationClass } from './migrations.js';
import { PooledClient } from './pooled-client.js';

/** A 64-bit advisory lock key, as text, from a name. Locks are per database, so names need no service prefix. */
export function lockKey(name: string): string {
  return createHash('sha256').update(name).digest().readBigInt64BE(0).toString();
}

/** Applies what is missing, the platform's own and pg-boss' tables included, one process at a time: replicas that start together wait for the first. */
export async function migrate(directUrl: string, migrations: MigrationClass[]): Promise<void> {
  const lock = new PooledClient({ connectionString: directUrl });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [lockKey('migrations')]);
    const source = new DataSource({
      type: 'postgres',
      url: directUrl,
      migrations: [...new Set([...platformMigrations, ...migrations])],
      migrationsTransactionMode: 'each',
      extra: { Client: PooledClient },
    });
    await source.initialize();
    try {
      await source.runMigrations();
    } finally {
      await source.destroy();
    }
    await migrateJobSchema(lock);
  } finally {
    await lock.end();
  }
}
