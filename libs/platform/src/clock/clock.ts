import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** The only source of time in the product (decision 7). */
export class Clock {
  /** How long a read of the offset file is trusted, in milliseconds of real time. */
  static readonly FRESHNESS_MS = 10;

  private offsetMs = 0;
  private readAt = Number.NEGATIVE_INFINITY;

  /** @param offsetFile holds milliseconds to add, shared by all processes of a test; unset in production. */
  constructor(private readonly offsetFile?: string) {}

  now(): Date {
    return new Date(Date.now() + this.offset());
  }

  private offset(): number {
    if (this.offsetFile === undefined) return 0;
    if (performance.now() - this.readAt < Clock.FRESHNESS_MS) return this.offsetMs;
    this.readAt = performance.now();
    this.offsetMs = readOffset(this.offsetFile);
    return this.offsetMs;
  }
}

function readOffset(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8')) || 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}
