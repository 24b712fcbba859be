import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from '../problems/problem.js';

/** `utf8` is what many write; ASCII is UTF-8 as it stands. */
const UTF_8 = new Set(['utf-8', 'utf8', 'us-ascii']);
const CHARSET = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;]*))/gi;

/**
 * Refuses a body in another coding than it would be read in: a compressed one, or text that is not in UTF-8. Forms and
 * files say the charset of their parts themselves.
 * @throws Problem 415 that names the header
 */
export function checkEncoding(headers: IncomingHttpHeaders): void {
  if (headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0) return;
  const coding = headers['content-encoding']?.trim();
  if (coding !== undefined && coding.toLowerCase() !== 'identity') {
    throw new Problem(415, 'content-encoding-unsupported', { coding }, { headers: { 'accept-encoding': 'identity' } });
  }
  const charset = charsetsIn(headers['content-type'] ?? '').find((name) => !UTF_8.has(name.toLowerCase()));
  if (charset !== undefined) throw new Problem(415, 'charset-unsupported', { charset });
}

function charsetsIn(contentType: string): string[] {
  return [...contentType.matchAll(CHARSET)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}
