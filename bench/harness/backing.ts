import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provisionDatabase, startNats, startPostgres } from '../../tools/backing-services/index.js';

export interface BenchServers {
  natsUrl: string;
  /** A database of that name with a role of its own. */
  database(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** A durable PostgreSQL (fsync on) and nats-server for one benchmark, removed afterwards. */
export async function startBenchServers(): Promise<BenchServers> {
  const directory = mkdtempSync(join(tmpdir(), 'hospital-bench-'));
  const postgres = await startPostgres({
    dataDir: join(directory, 'postgres'),
    settings: { track_commit_timestamp: 'on' },
  });
  const nats = await startNats({ dataDir: join(directory, 'nats') });
  return {
    natsUrl: nats.url,
    database: (name) => provisionDatabase(postgres.url, { database: name, role: name, password: 'bench' }),
    stop: async () => {
      await nats.stop();
      await postgres.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
