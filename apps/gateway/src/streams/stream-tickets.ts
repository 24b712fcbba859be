import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { Clock } from '#platform';
import { Injectable } from '@nestjs/common';
import { GatewayConfig } from '../gateway.config.js';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

interface Sealed {
  token: string;
  path: string;
  /** Milliseconds since 1970. */
  until: number;
}

/**
 * Tickets for readers that cannot send a header (EventSource): the caller's token and one path, sealed with a key that
 * all replicas share, good for seconds and once in each process (ADR 0031).
 */
@Injectable()
export class StreamTickets {
  private readonly key: Buffer;
  /** Until when a used ticket would still be good, in the order of use. */
  private readonly used = new Map<string, number>();

  constructor(
    private readonly config: GatewayConfig,
    private readonly clock: Clock,
  ) {
    const { streamTicketKey: secret } = config;
    this.key = secret === undefined ? randomBytes(32) : createHash('sha256').update(secret).digest();
  }

  give(token: string, path: string): { ticket: string; expiresIn: number } {
    const seconds = this.config.streamTicketSeconds;
    const sealed: Sealed = { token, path, until: this.clock.now().getTime() + seconds * 1000 };
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.key, nonce);
    const text = Buffer.concat([cipher.update(JSON.stringify(sealed)), cipher.final()]);
    return { ticket: Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url'), expiresIn: seconds };
  }

  /** The token behind a ticket for this path; undefined when it is none of ours, too old, for elsewhere, or used. */
  redeem(ticket: string, path: string): string | undefined {
    const sealed = this.open(ticket);
    const now = this.clock.now().getTime();
    if (!sealed || sealed.path !== path || sealed.until <= now) return undefined;
    // The bytes, not the text: base64 can be written in more than one way.
    const id = Buffer.from(ticket, 'base64url').subarray(0, NONCE_BYTES).toString('hex');
    if (this.used.has(id)) return undefined;
    this.used.set(id, sealed.until);
    this.forgetOld(now);
    return sealed.token;
  }

  private open(ticket: string): Sealed | undefined {
    const bytes = Buffer.from(ticket, 'base64url');
    if (bytes.length <= NONCE_BYTES + TAG_BYTES) return undefined;
    try {
      const decipher = createDecipheriv(CIPHER, this.key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      const text = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
      return JSON.parse(text.toString()) as Sealed;
    } catch {
      // Sealed by somebody else, or altered.
      return undefined;
    }
  }

  private forgetOld(now: number): void {
    for (const [id, until] of this.used) {
      if (until > now) return;
      this.used.delete(id);
    }
  }
}
