import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { identityOf, isRunning, type ProcessIdentity, signalProcess, waitUntil } from '../backing-services/index.js';

/** Remembers the services' processes in a file, so that a start after our own crash can end those that stayed. */
export class Orphans {
  private readonly known = new Map<string, ProcessIdentity>();

  constructor(private readonly file: string) {}

  remember(name: string, pid: number): void {
    const identity = identityOf(pid);
    if (identity) this.known.set(name, identity);
    writeFileSync(this.file, JSON.stringify(Object.fromEntries(this.known)));
  }

  /** Services end by themselves when they lose us; this is for one that hangs. Answers the names of those ended. */
  async end(): Promise<string[]> {
    const alive = Object.entries(this.read()).filter(([, identity]) => isRunning(identity));
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      for (const [, identity] of alive) if (isRunning(identity)) signalProcess(identity.pid, signal);
      const gone = () => alive.every(([, identity]) => !isRunning(identity));
      if (await waitUntil(gone, { timeoutMs: 5_000 })) break;
    }
    return alive.map(([name]) => name);
  }

  private read(): Record<string, ProcessIdentity> {
    if (!existsSync(this.file)) return {};
    try {
      return JSON.parse(readFileSync(this.file, 'utf8')) as Record<string, ProcessIdentity>;
    } catch {
      // Our crash came in the middle of writing it.
      return {};
    }
  }
}
