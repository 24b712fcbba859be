import { setTimeout as delay } from 'node:timers/promises';
import type { Exit } from '../backing-services/index.js';

/** Something that has started and is ready for work. */
export interface Running {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  /** In order, with time to finish what was begun. */
  stop(): Promise<void>;
  /** SIGKILL, as a crash. */
  kill(): Promise<void>;
}

/** Starts it and answers when it is ready; gives up, leaving nothing behind, when the signal says so. */
export type Start<R extends Running> = (signal: AbortSignal) => Promise<R>;

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** After this long a crash counts as a new trouble, and the pauses begin anew. */
const STEADY_MS = 5_000;

/** Keeps one process running: a crash is followed by a new start, with growing pauses between failing ones. */
export class Supervised<R extends Running = Running> {
  private running: R | undefined;
  private attempt: Promise<R> | undefined;
  private crashes = 0;
  private readonly ending = new AbortController();

  constructor(
    readonly name: string,
    private readonly startOnce: Start<R>,
    private readonly onLog: (line: string) => void,
  ) {}

  /** The first start: its failure is the caller's to report. */
  async start(): Promise<R> {
    this.attempt = this.startOnce(this.ending.signal);
    return this.adopt(await this.attempt);
  }

  /** The process as it runs now; undefined between a crash and the next start. */
  get current(): R | undefined {
    return this.running;
  }

  /** Waits for it to be ready, through as many restarts as it takes. */
  async ready(): Promise<R> {
    while (!this.running) {
      if (this.ending.signal.aborted) throw new Error(`${this.name} was stopped`);
      await delay(10);
    }
    return this.running;
  }

  /** A crash on purpose; it comes back by itself. */
  async kill(): Promise<void> {
    const victim = await this.ready();
    await victim.kill();
  }

  /** Stops it in order and starts it again. */
  async restart(): Promise<R> {
    const former = await this.ready();
    this.running = undefined;
    this.crashes = 0;
    await former.stop();
    return this.startUntilReady();
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.attempt?.catch(() => undefined);
    await this.running?.stop();
    this.running = undefined;
  }

  /** For the impatient: what is being stopped, or runs, dies at once. */
  async hurry(): Promise<void> {
    this.ending.abort();
    await this.running?.kill();
  }

  private adopt(running: R): R {
    this.running = running;
    const since = performance.now();
    void running.exited.then((exit) => this.onExit(running, exit, performance.now() - since));
    return running;
  }

  private async onExit(gone: R, exit: Exit, livedMs: number): Promise<void> {
    // Not ours any more: it was stopped or restarted on purpose.
    if (this.running !== gone || this.ending.signal.aborted) return;
    this.running = undefined;
    if (livedMs > STEADY_MS) this.crashes = 0;
    this.onLog(`${this.name} ended by itself (${exit.signal ?? `exit code ${exit.code}`}); starting it again`);
    await this.startUntilReady().catch(() => undefined);
  }

  /** @throws when it is being stopped meanwhile */
  private async startUntilReady(): Promise<R> {
    const { signal } = this.ending;
    for (;;) {
      const pause = this.crashes === 0 ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** this.crashes, LONGEST_PAUSE_MS);
      await delay(pause, undefined, { signal });
      this.crashes++;
      try {
        this.attempt = this.startOnce(signal);
        return this.adopt(await this.attempt);
      } catch (error) {
        signal.throwIfAborted();
        this.onLog(`${this.name} does not start: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
}
