import { faultText, lockKey, ServiceConfig } from '#platform';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';

const RETRY_MS = 250;
const HEARTBEAT_MS = 1_000;
const HEARTBEAT_TIMEOUT_MS = 5_000;
/** A frozen process, or a host that vanished, closes nothing: the server gives its leases to others after this. */
const SILENCE_MS = 10_000;

/** The right to be the one that does something, until `lost` fires. */
export interface Lease {
  name: string;
  lost: AbortSignal;
  release(): Promise<void>;
}

interface Session {
  /** One statement after another: the connection is shared by every lease and the heartbeat. */
  run<R extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<pg.QueryResult<R>>;
  end(): Promise<void>;
  lost: AbortSignal;
}

/** Leadership by session advisory locks on one direct connection: when the session dies, every lease is lost at once. */
@Injectable()
export class Leases implements OnApplicationShutdown {
  private readonly logger = new Logger(Leases.name);
  private session: Promise<Session> | undefined;
  private closed = false;

  constructor(private readonly config: ServiceConfig) {}

  /** Waits until the lease is ours. @returns undefined when `stop` fires first. */
  async acquire(name: string, stop: AbortSignal): Promise<Lease | undefined> {
    while (!stop.aborted && !this.closed) {
      const lease = await this.tryAcquire(name).catch((error: unknown) => {
        this.logger.warn(`Lease ${name}: ${faultText(error)}`);
        return undefined;
      });
      if (lease) return lease;
      await pause(RETRY_MS, stop);
    }
    return undefined;
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    const session = await this.session?.catch(() => undefined);
    await session?.end();
  }

  private async tryAcquire(name: string): Promise<Lease | undefined> {
    const session = await this.connected();
    const { rows } = await session.run<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [lockKey(name)]);
    if (!rows[0]?.got) return undefined;
    return {
      name,
      lost: session.lost,
      release: async () => {
        if (!session.lost.aborted) await session.run('SELECT pg_advisory_unlock($1)', [lockKey(name)]);
      },
    };
  }

  private connected(): Promise<Session> {
    this.session ??= this.open().catch((error: unknown) => {
      this.session = undefined;
      throw error;
    });
    return this.session;
  }

  private async open(): Promise<Session> {
    const client = new pg.Client({
      connectionString: this.config.directUrl,
      application_name: 'leases',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: HEARTBEAT_TIMEOUT_MS,
    });
    const lost = new AbortController();
    const run = inSequence(client);
    const lose = () => {
      if (lost.signal.aborted) return;
      clearInterval(heartbeat);
      this.session = undefined;
      lost.abort();
    };
    // A silent half-open connection must not keep us believing in a lease that the server gave to another.
    const heartbeat = setInterval(() => {
      run('SELECT 1').catch(() => {
        lose();
        void client.end().catch((error: unknown) => this.logger.debug(error));
      });
    }, HEARTBEAT_MS);
    client.on('error', (error) => this.logger.warn(`Lease session: ${faultText(error)}`));
    client.on('end', lose);
    try {
      await client.connect();
      await run(`SET idle_session_timeout = ${SILENCE_MS}`);
    } catch (error) {
      lose();
      void client.end().catch((cause: unknown) => this.logger.debug(cause));
      throw error;
    }
    return { run, end: () => client.end(), lost: lost.signal };
  }
}

function inSequence(client: pg.Client): Session['run'] {
  let last: Promise<unknown> = Promise.resolve();
  return <R extends pg.QueryResultRow>(sql: string, values?: unknown[]) => {
    const result = last.then(() => client.query<R>(sql, values));
    last = result.catch(() => undefined);
    return result;
  };
}

/** Waits, at most until one of the signals fires. */
export function pause(milliseconds: number, ...signals: AbortSignal[]): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, milliseconds);
    function done(): void {
      clearTimeout(timer);
      for (const signal of signals) signal.removeEventListener('abort', done);
      resolve();
    }
    if (signals.some((signal) => signal.aborted)) done();
    for (const signal of signals) signal.addEventListener('abort', done, { once: true });
  });
}
