import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** How long a read of the offset file is trusted, in milliseconds of real time. */
const OFFSET_FRESHNESS_MS = 10;

/** The only source of time in the product (decision 7). */
export class Clock {
  private offsetMs = 0;
  private readAt = Number.NEGATIVE_INFINITY;

  /** @param offsetFile holds milliseconds to add, shared by all processes of a test; unset in production. */
  constructor(private readonly offsetFile?: string) {}

  now(): Date {
    return new Date(Date.now() + this.offset());
  }

  private offset(): number {
    if (this.offsetFile === undefined) return 0;
    if (performance.now() - this.readAt < OFFSET_FRESHNESS_MS) return this.offsetMs;
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
