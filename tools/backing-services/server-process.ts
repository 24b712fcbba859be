import { type ChildProcess, spawn, spawnSync, type StdioOptions } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs';
import { childrenOf, identityOf, signalProcess } from './process-identity.js';
import { waitUntil, within } from './wait-until.js';

export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
  /** Why the program could not be run at all. */
  error?: string;
}

export interface Command {
  /** Programs that only change how the next one runs (unshare, setpriv), with their arguments. */
  through?: string[];
  file: string;
  args: string[];
  uid?: number;
  gid?: number;
}

export interface ServerProcessOptions {
  command: Command;
  env: NodeJS.ProcessEnv;
  /** Appended to. */
  logFile: string;
  /** Which signal the server gets when this process dies without stopping it; where the system cannot, nothing. */
  ifOrphaned: NodeJS.Signals;
  /** A channel to a Node program, whose end it takes as our death. */
  ipc?: boolean;
  cwd?: string;
}

export interface StopStep {
  signal: NodeJS.Signals;
  graceMs: number;
}

export interface ServerProcess {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  readonly hasExited: () => boolean;
  /** Sends the signals one after the other, each with its time to work; SIGKILL comes last by itself. */
  stop(...steps: StopStep[]): Promise<void>;
  /** SIGKILL to the process and its children, as a crash; answers when all are gone. */
  kill(): Promise<void>;
}

/**
 * Starts a server in a session of its own, so that Ctrl-C in the terminal reaches only us and we stop servers in order.
 * Its output goes straight to a file: a pipe would block it when we are busy and break when we die.
 */
export function spawnServer(options: ServerProcessOptions): ServerProcess {
  const { command, env, logFile, ifOrphaned, ipc = false, cwd = '/' } = options;
  const { uid, gid } = command;
  const [file = '', ...args] = argumentsOf(command, ifOrphaned);
  const log = openSync(logFile, 'a', 0o600);
  const stdio: StdioOptions = ipc ? ['ignore', log, log, 'ipc'] : ['ignore', log, log];
  const child = spawn(file, args, { detached: true, stdio, env, cwd, uid, gid });
  closeSync(log);
  return watched(child);
}

function watched(child: ChildProcess): ServerProcess {
  let gone = false;
  const exited = new Promise<Exit>((resolve) => {
    const settle = (exit: Exit) => {
      gone = true;
      resolve(exit);
    };
    child.once('error', (error) => settle({ code: null, signal: null, error: error.message }));
    child.once('exit', (code, signal) => settle({ code, signal }));
  });
  // A server that nobody waits for does not keep this process alive.
  child.unref();
  const kill = async () => {
    child.ref();
    if (!gone && child.pid !== undefined) await killWithChildren(child.pid, exited);
  };
  const stop = async (...steps: StopStep[]) => {
    child.ref();
    for (const { signal, graceMs } of steps) {
      if (gone) return;
      child.kill(signal);
      await within(exited, graceMs);
    }
    await kill();
  };
  return { pid: child.pid ?? 0, exited, hasExited: () => gone, stop, kill };
}

/** The end of a log, for a message about the server that wrote it. */
export function lastLines(file: string, count = 25): string {
  if (!existsSync(file)) return '';
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}

/** Moves the log of the run before aside: each run's log begins at its top, and one older stays to read. */
export function keepPrevious(logFile: string): void {
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.1`);
}

async function killWithChildren(pid: number, exited: Promise<Exit>): Promise<void> {
  const children = childrenOf(pid);
  for (const each of [pid, ...children]) signalProcess(each, 'SIGKILL');
  await exited;
  await waitUntil(() => children.every((child) => !identityOf(child)), { timeoutMs: 10_000, everyMs: 5 });
}

let canSetParentDeathSignal: boolean | undefined;

/**
 * Linux sends a signal to a child whose parent is gone; util-linux's setpriv asks for it. It stands right in front of
 * the server, since a change of user forgets the request.
 */
function argumentsOf({ through = [], file, args }: Command, ifOrphaned: NodeJS.Signals): string[] {
  canSetParentDeathSignal ??=
    process.platform === 'linux' &&
    spawnSync('setpriv', ['--pdeathsig', 'TERM', 'true'], { stdio: 'ignore' }).status === 0;
  const request = canSetParentDeathSignal ? ['setpriv', '--pdeathsig', ifOrphaned.replace('SIG', '')] : [];
  return [...through, ...request, file, ...args];
}
