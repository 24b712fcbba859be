import { Client, DatabaseError } from 'pg';
import { waitUntil } from './wait-until.js';

export interface PostgresWait {
  /** Recovery after a crash can take a while; it is asked for as long as this. */
  timeoutMs?: number;
  /** Stops waiting, for instance because the server has exited. */
  unless?: () => boolean;
}

/** Waits until the server answers a query; answers its version. A wrong password or a missing database fails at once. */
export async function waitForPostgres(url: string, { timeoutMs = 60_000, unless }: PostgresWait = {}): Promise<string> {
  let last: unknown;
  const version = await waitUntil(
    async () => {
      if (unless?.()) throw new Error('PostgreSQL exited while starting');
      try {
        return await askVersion(url);
      } catch (error) {
        if (isRefusal(error)) throw error;
        last = error;
        return undefined;
      }
    },
    { timeoutMs, everyMs: 20 },
  );
  if (version === undefined) throw new Error(`PostgreSQL does not answer: ${String(last)}`);
  return version;
}

async function askVersion(url: string): Promise<string> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A server that goes away while we ask is reported by the query as well.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
    return rows[0]?.server_version ?? '';
  } finally {
    await client.end();
  }
}

/** Class 57 is a server that starts up or shuts down, 53 one without a free place: both pass. */
function isRefusal(error: unknown): boolean {
  return error instanceof DatabaseError && !/^5[37]/.test(error.code ?? '');
}
