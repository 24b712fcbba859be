import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode, identityOf, isRunning, type ProcessIdentity } from '../backing-services/index.js';

/** Somebody else runs the hospital from the same data folder. */
export class LockTaken extends Error {
  constructor(
    readonly pid: number,
    file: string,
  ) {
    super(
      `The hospital is running already, as process ${pid} (lock ${file}). Stop that one first, with Ctrl-C in its ` +
        `terminal or: kill ${pid}`,
    );
  }
}

export interface Lock {
  readonly release: () => void;
}

/**
 * Takes the lock file for this process. A lock whose process is gone, or whose pid went to another program, is taken
 * over.
 * @throws LockTaken naming the process that holds it
 */
export function takeLock(file: string): Lock {
  const mine = identityOf(process.pid);
  if (!mine) throw new Error('This process cannot see itself');
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  while (!place(mine, file)) removeIfStale(file);
  return {
    release: () => {
      if (holderOf(file)?.pid === mine.pid) rmSync(file, { force: true });
    },
  };
}

/** A hard link appears whole or not at all, so that nobody ever reads half a lock. */
function place(mine: ProcessIdentity, file: string): boolean {
  const draft = `${file}.${mine.pid}`;
  writeFileSync(draft, JSON.stringify(mine));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

function removeIfStale(file: string): void {
  const holder = holderOf(file);
  if (holder && isRunning(holder)) throw new LockTaken(holder.pid, file);
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  // Between our look and our move another start may have replaced the stale lock by its own: that one goes back.
  const moved = holderOf(aside);
  if (moved && isRunning(moved)) linkSync(aside, file);
  rmSync(aside, { force: true });
}

function holderOf(file: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}
