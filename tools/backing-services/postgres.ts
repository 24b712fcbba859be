import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isPortFree, pickFreePort } from './free-port.js';
import { type Cluster, openCluster, SUPERUSER } from './postgres-cluster.js';
import { postgresHome } from './postgres-binaries.js';
import { waitForPostgres } from './postgres-probe.js';
import { commandLineOf, identityOf, isRunning, signalProcess } from './process-identity.js';
import { chooseServerAccount, type ServerAccount } from './server-account.js';
import { type Exit, keepPrevious, lastLines, type ServerProcess, spawnServer } from './server-process.js';
import { waitUntil } from './wait-until.js';

export interface PostgresOptions {
  /** Holds the cluster, the superuser's password and the log. */
  dataDir: string;
  /** Refused when taken; without it any free port is taken. */
  port?: number;
  host?: string;
  /** The folder above the bin/ of another PostgreSQL than npm's. */
  home?: string;
  /** postgresql.conf settings of this run, for instance { fsync: 'off' } in tests. */
  settings?: Record<string, string>;
  onLog?: (line: string) => void;
}

export interface Postgres {
  /** Of the superuser, in the database postgres. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  readonly version: string;
  readonly exited: Promise<Exit>;
  /** Fast shutdown: sessions are closed, everything is on disk, and the next start needs no recovery. */
  stop(): Promise<void>;
  /** SIGKILL to the whole server, as a crash. */
  kill(): Promise<void>;
}

/** deploy/ gives other servers the same. */
export const DEFAULT_SETTINGS: Record<string, string> = {
  max_connections: '300',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Details and statements quote the rows they refuse.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  lc_messages: 'C',
  // Short-lived queries; compiling them costs more than it gains.
  jit: 'off',
};

/** Starts PostgreSQL on loopback and answers when it takes queries; also after a crash of it, of us or of the machine. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { host = '127.0.0.1', onLog = () => undefined } = options;
  const account = chooseServerAccount(options.home ?? postgresHome(), resolve(options.dataDir));
  if (account.label !== 'as this user') onLog(`running PostgreSQL ${account.label}`);
  await stopLeftover(account, onLog);
  const cluster = await openCluster(account, onLog);
  if (options.port !== undefined && !(await isPortFree(options.port, host))) {
    throw new Error(`Port ${options.port} for PostgreSQL is taken by another program`);
  }
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await pickFreePort());
    const started = await launch(account, cluster, { ...options, host, port });
    if (!('failure' in started)) return started;
    if (attempt >= 5 || !canBeTriedAgain(started.failure, options.port)) {
      throw new Error(`PostgreSQL does not start:\n${started.failure}`);
    }
    onLog('PostgreSQL did not start, trying again');
  }
}

/** Where the server of a data folder listens that runs now, whoever started it; undefined when none does. */
export function runningPostgres(dataDir: string): string | undefined {
  const account = chooseServerAccount(postgresHome(), resolve(dataDir));
  const path = join(account.dataDir, 'cluster');
  const pidFile = join(path, 'postmaster.pid');
  if (!existsSync(pidFile)) return undefined;
  // https://www.postgresql.org/docs/current/storage-file-layout.html: pid, data folder, start time, port.
  const [pid, , , port] = readFileSync(pidFile, 'utf8').split('\n');
  if (!identityOf(Number(pid)) || !commandLineOf(Number(pid)).includes(path)) return undefined;
  const password = readFileSync(join(account.dataDir, 'superuser-password'), 'utf8').trim();
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`;
}

/** The port went to somebody else in between; or sessions of a killed server have not yet seen that it is gone. */
function canBeTriedAgain(failure: string, fixedPort: number | undefined): boolean {
  if (failure.includes('pre-existing shared memory block')) return true;
  return fixedPort === undefined && failure.includes('Address already in use');
}

type Endpoint = Required<Pick<PostgresOptions, 'host' | 'port'>> & PostgresOptions;

async function launch(
  account: ServerAccount,
  cluster: Cluster,
  { dataDir, host, port, settings }: Endpoint,
): Promise<Postgres | { failure: string }> {
  const logDir = resolve(dataDir);
  mkdirSync(logDir, { recursive: true });
  const logFile = join(logDir, 'postgres.log');
  keepPrevious(logFile);
  const server = spawnServer({
    command: account.command(join(account.home, 'bin', 'postgres'), [
      ...['-D', cluster.path, '-p', String(port), '-h', host],
      ...Object.entries({ ...DEFAULT_SETTINGS, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ]),
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    logFile,
    ifOrphaned: 'SIGINT',
  });
  const url = `postgresql://${SUPERUSER}:${cluster.password}@${host}:${port}/postgres`;
  try {
    const version = await waitForPostgres(url, { unless: server.hasExited });
    return handleOf(server, { url, port, version });
  } catch (error) {
    await server.kill();
    return { failure: lastLines(logFile) || String(error) };
  }
}

function handleOf(server: ServerProcess, at: { url: string; port: number; version: string }): Postgres {
  return {
    ...at,
    pid: server.pid,
    exited: server.exited,
    // Fast, then immediate shutdown: https://www.postgresql.org/docs/current/server-shutdown.html
    stop: () => server.stop({ signal: 'SIGINT', graceMs: 30_000 }, { signal: 'SIGQUIT', graceMs: 5_000 }),
    kill: () => server.kill(),
  };
}

/**
 * A server that outlived the program that started it still holds the cluster; it is shut down before ours starts. A pid
 * file whose pid went to another program is removed: PostgreSQL would take that program for its server.
 */
async function stopLeftover(account: ServerAccount, onLog: (line: string) => void): Promise<void> {
  const path = join(account.dataDir, 'cluster');
  const pidFile = join(path, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  const leftover = pid > 0 ? identityOf(pid) : undefined;
  if (!leftover || !commandLineOf(pid).includes(path)) return rmSync(pidFile);
  onLog(`stopping the PostgreSQL that an earlier run left behind (pid ${pid})`);
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    signalProcess(pid, signal);
    if (await waitUntil(() => !isRunning(leftover), { timeoutMs: 10_000 })) return;
  }
}
