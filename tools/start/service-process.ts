import { lastLines, spawnServer, waitUntil } from '../backing-services/index.js';
import type { Running } from './supervised.js';

export interface ServiceProcessOptions {
  name: string;
  /** The compiled main file. */
  entry: string;
  cwd: string;
  port: number;
  env: Record<string, string>;
  logFile: string;
  /** Called as soon as there is a process, long before it is ready. */
  onSpawn?: (pid: number) => void;
  readyWithinMs?: number;
}

/**
 * How Node runs a service, the same in the image (deploy/Dockerfile). It would let the young generation grow to three
 * times 32 MB and never give them back; with 8 a request costs the same CPU time and a service 20 to 90 MB less.
 */
export const NODE_FLAGS = ['--max-semi-space-size=8', '--import', './deploy/own-source-maps.mjs'];

/** Time to finish what has begun: HL7 messages, then jobs, then requests; as long as a container is given. */
export const DRAIN_MS = 45_000;

/** Starts a service and answers when its readiness check does. */
export async function startService(options: ServiceProcessOptions, signal: AbortSignal): Promise<Running> {
  const { name, entry, cwd, port, env, logFile, onSpawn, readyWithinMs = 60_000 } = options;
  signal.throwIfAborted();
  const command = { file: process.execPath, args: [...NODE_FLAGS, entry] };
  const server = spawnServer({
    command,
    env: { ...inherited(), ...env },
    logFile,
    ifOrphaned: 'SIGTERM',
    ipc: true,
    cwd,
  });
  onSpawn?.(server.pid);
  const ready = await waitUntil(async () => server.hasExited() || signal.aborted || (await answersReady(port)), {
    timeoutMs: readyWithinMs,
    everyMs: 50,
  });
  if (server.hasExited() || signal.aborted || ready === undefined) {
    await server.stop({ signal: 'SIGTERM', graceMs: 3_000 });
    signal.throwIfAborted();
    const why = ready === undefined ? `was not ready within ${readyWithinMs / 1000} s` : 'ended while starting';
    throw new Error(`${name} ${why}. The last lines of ${logFile}:\n${lastLines(logFile)}`);
  }
  return {
    pid: server.pid,
    exited: server.exited,
    stop: () => server.stop({ signal: 'SIGTERM', graceMs: DRAIN_MS }),
    kill: () => server.kill(),
  };
}

async function answersReady(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(5_000) });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}

/** What any program needs of its surroundings, in the zone of the image; everything else a service is told by name. */
function inherited(): Record<string, string> {
  const names = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'LC_ALL', 'NODE_ENV'];
  const known = Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
  return { TZ: 'UTC', ...(known as Record<string, string>) };
}
