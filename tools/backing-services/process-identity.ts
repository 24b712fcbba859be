import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** One process for ever: pids are used again after a while, a pid with its start stamp is not. */
export interface ProcessIdentity {
  pid: number;
  /** Opaque; equal only for the same process of the same boot. */
  startStamp: string;
}

const onLinux = process.platform === 'linux';

/** The identity of a running process; undefined when there is none (a zombie counts as none). */
export function identityOf(pid: number): ProcessIdentity | undefined {
  const startStamp = onLinux ? linuxStartStamp(pid) : psStartStamp(pid);
  return startStamp === undefined ? undefined : { pid, startStamp };
}

export function isRunning({ pid, startStamp }: ProcessIdentity): boolean {
  return identityOf(pid)?.startStamp === startStamp;
}

/** The command line, words separated by blanks; empty when it cannot be read. */
export function commandLineOf(pid: number): string {
  try {
    if (onLinux) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return ps('-o', 'command=', '-p', String(pid));
  } catch {
    return '';
  }
}

export function childrenOf(parent: number): number[] {
  if (onLinux) return numbersInProc().filter((pid) => linuxStat(pid)?.parent === parent);
  const rows = ps('-A', '-o', 'pid=,ppid=').split('\n');
  const pairs = rows.map((row) => row.trim().split(/\s+/).map(Number));
  return pairs.filter(([, ppid]) => ppid === parent).map(([pid]) => pid ?? 0);
}

/** Sends a signal; false when the process is gone already. */
export function signalProcess(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

function linuxStartStamp(pid: number): string | undefined {
  const stat = linuxStat(pid);
  if (!stat || stat.state === 'Z' || stat.state === 'X') return undefined;
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${stat.startTicks}`;
}

interface LinuxStat {
  state: string;
  parent: number;
  startTicks: string;
}

function linuxStat(pid: number): LinuxStat | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name, in brackets, may contain blanks and brackets: the figures start after the last bracket.
    const [state = '', parent = '0', ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state, parent: Number(parent), startTicks: rest[17] ?? '' };
  } catch {
    return undefined;
  }
}

function numbersInProc(): number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

function psStartStamp(pid: number): string | undefined {
  try {
    const [state = 'Z', ...start] = ps('-o', 'state=,lstart=', '-p', String(pid)).split(/\s+/);
    return state.startsWith('Z') ? undefined : start.join(' ');
  } catch {
    return undefined;
  }
}

function ps(...args: string[]): string {
  return execFileSync('ps', args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } }).trim();
}
