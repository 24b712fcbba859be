import { createHash, randomBytes } from 'node:crypto';

const BYTES = 16;
/** 128 bits in base64url. The last character carries two bits only: others would be another text for the same bytes. */
const TOKEN = /^[\w-]{21}[AQgw]$/;

/** A new token: nothing can be read from it, and nobody can guess one. */
export function newToken(): string {
  return randomBytes(BYTES).toString('base64url');
}

export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

/**
 * What is kept of a token. Whoever reads the table cannot open a page; and how long a look-up takes tells nothing, for
 * what is compared is a hash that nobody can steer.
 */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
