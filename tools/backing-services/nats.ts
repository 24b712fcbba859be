import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isPortFree, pickFreePort } from './free-port.js';
import { findNatsServer, type NatsBinary } from './nats-binary.js';
import { natsConfig } from './nats-config.js';
import { waitForNats } from './nats-probe.js';
import { configuredUsers, type NatsUsers } from './nats-users-file.js';
import { OPERATOR } from './nats-users.js';
import { commandLineOf, identityOf, isRunning, signalProcess } from './process-identity.js';
import { type Exit, keepPrevious, lastLines, type ServerProcess, spawnServer } from './server-process.js';
import { waitUntil } from './wait-until.js';

export interface NatsOptions {
  /** Holds JetStream's files, the generated configuration and the log. */
  dataDir: string;
  /** Refused when taken; without it any free port is taken. */
  port?: number;
  /** Further lines of nats-server's configuration. */
  config?: string;
  /** Everybody signs in as deploy/nats/users.conf says; without it, whoever reaches the port may do everything. */
  users?: NatsUsers;
  /** Who asks for readiness when the configuration demands a login: 'user:password'. Default: the operator of `users`. */
  login?: string;
  onLog?: (line: string) => void;
}

export interface Nats {
  /** Without a login. */
  readonly url: string;
  readonly port: number;
  /** Serves /healthz, /varz and /jsz. */
  readonly monitorPort: number;
  readonly pid: number;
  readonly version: string;
  readonly exited: Promise<Exit>;
  stop(): Promise<void>;
  /** SIGKILL, as a crash. */
  kill(): Promise<void>;
}

/** Starts nats-server with JetStream on loopback and answers when JetStream does. */
export async function startNats(options: NatsOptions): Promise<Nats> {
  const { onLog = () => undefined } = options;
  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const binary = await findNatsServer(onLog);
  await stopLeftover(dataDir, onLog);
  if (options.port !== undefined && !(await isPortFree(options.port))) {
    throw new Error(`Port ${options.port} for nats-server is taken by another program`);
  }
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await pickFreePort());
    const started = await launch(binary, { ...options, dataDir, port });
    if (!('failure' in started)) return started;
    // The port went to somebody else between our look and the server's.
    if (attempt >= 5 || !started.failure.includes('address already in use')) {
      throw new Error(`nats-server does not start:\n${started.failure}`);
    }
  }
}

async function launch(
  binary: NatsBinary,
  { dataDir, port, config = '', users, login = loginOf(users) }: NatsOptions & { port: number },
): Promise<Nats | { failure: string }> {
  const monitorPort = await pickFreePort();
  const configFile = join(dataDir, 'nats.conf');
  const logFile = join(dataDir, 'nats.log');
  keepPrevious(logFile);
  const { text, environment } = users ? configuredUsers(users) : { text: '', environment: {} };
  const wanted = { version: binary.version, port, monitorPort, dataDir, extra: `${config}\n${text}` };
  writeFileSync(configFile, natsConfig(wanted), { mode: 0o600 });
  const server = spawnServer({
    command: { file: binary.file, args: ['--config', configFile] },
    env: { PATH: process.env['PATH'], TZ: 'UTC', ...environment },
    logFile,
    ifOrphaned: 'SIGTERM',
  });
  try {
    const who = login === undefined ? '' : `${login}@`;
    const { version } = await waitForNats(`nats://${who}127.0.0.1:${port}`, { unless: server.hasExited });
    return handleOf(server, { url: `nats://127.0.0.1:${port}`, port, monitorPort, version });
  } catch (error) {
    await server.kill();
    return { failure: lastLines(logFile) || String(error) };
  }
}

function loginOf(users: NatsUsers | undefined): string | undefined {
  return users && `${OPERATOR}:${encodeURIComponent(users.passwords[OPERATOR] ?? '')}`;
}

function handleOf(server: ServerProcess, at: Pick<Nats, 'url' | 'port' | 'monitorPort' | 'version'>): Nats {
  return {
    ...at,
    pid: server.pid,
    exited: server.exited,
    stop: () => server.stop({ signal: 'SIGTERM', graceMs: 10_000 }),
    kill: () => server.kill(),
  };
}

/** Two servers on the same files would ruin them, so one that outlived the program that started it goes first. */
async function stopLeftover(dataDir: string, onLog: (line: string) => void): Promise<void> {
  const pidFile = join(dataDir, 'nats.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  const leftover = pid > 0 ? identityOf(pid) : undefined;
  if (leftover && commandLineOf(pid).includes(join(dataDir, 'nats.conf'))) {
    onLog(`stopping the nats-server that an earlier run left behind (pid ${pid})`);
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      signalProcess(pid, signal);
      if (await waitUntil(() => !isRunning(leftover), { timeoutMs: 10_000 })) break;
    }
  }
  rmSync(pidFile, { force: true });
}
