import { createHash } from 'node:crypto';
import type { TokenSession } from './token-session.js';

/** Keys that are gone take what they signed with them. */
interface Entry {
  session: TokenSession;
  issuer: string;
  keyVersion: number;
}

/** Verified tokens by their hash, the least recently used going first (decision 2). */
export class TokenCache {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly limit: number) {}

  get size(): number {
    return this.entries.size;
  }

  static digest(token: string): string {
    return createHash('sha256').update(token).digest('base64');
  }

  get(digest: string): Entry | undefined {
    const entry = this.entries.get(digest);
    if (!entry) return undefined;
    this.entries.delete(digest);
    this.entries.set(digest, entry);
    return entry;
  }

  set(digest: string, entry: Entry): void {
    this.entries.delete(digest);
    this.entries.set(digest, entry);
    const [oldest] = this.entries.keys();
    if (this.entries.size > this.limit && oldest !== undefined) this.entries.delete(oldest);
  }

  delete(digest: string): void {
    this.entries.delete(digest);
  }
}
