import { createHash } from 'node:crypto';
import { Problem } from '../problems/problem.js';

/** A stream that is counted and hashed while it passes. */
export class Measured {
  private readonly hash = createHash('sha256');
  size = 0;

  constructor(
    private readonly source: AsyncIterable<Buffer>,
    private readonly maxBytes: number,
  ) {}

  /** @throws Problem 413 as soon as there is one byte too many */
  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer, void> {
    for await (const chunk of this.source) {
      this.size += chunk.length;
      if (this.size > this.maxBytes) throw tooLarge(this.maxBytes);
      this.hash.update(chunk);
      yield chunk;
    }
  }

  /** Of all that passed, in hex; to be asked once. */
  sha256(): string {
    return this.hash.digest('hex');
  }
}

export function tooLarge(maxBytes: number): Problem {
  return new Problem(413, 'file-too-large', { maxBytes }, { maxBytes });
}
