import { createHmac, timingSafeEqual } from 'node:crypto';
import { Problem } from '../problems/problem.js';
import type { Disposition } from './file-name.rules.js';

/** What a signed link is for: one file, until then, shown one way. */
export interface LinkTerms {
  service: string;
  fileId: string;
  /** Unix time in seconds. */
  expires: number;
  disposition: Disposition;
}

/** Signs links, and tells ours from made-up ones. The first key signs; all are accepted, so that keys can be changed. */
export class LinkSigner {
  constructor(private readonly keys: string[]) {}

  /** @throws Problem 503 when no key is configured */
  sign(terms: LinkTerms): string {
    const [key] = this.keys;
    if (key === undefined) throw new Problem(503, 'links-not-configured');
    return signatureBy(key, terms);
  }

  /** @throws Problem 403 when we did not sign it so, 410 when its time is over */
  verify(terms: LinkTerms, signature: string, now: Date): void {
    // As text: several texts of base64url are the same bytes, and only one of them is what we gave out.
    const given = Buffer.from(signature);
    if (!this.keys.some((key) => same(Buffer.from(signatureBy(key, terms)), given)))
      throw new Problem(403, 'link-invalid');
    if (terms.expires * 1000 <= now.getTime()) throw new Problem(410, 'link-expired');
  }
}

function signatureBy(key: string, { service, fileId, expires, disposition }: LinkTerms): string {
  const said = ['file-link', service, fileId, expires, disposition].join('\n');
  return createHmac('sha256', key).update(said).digest('base64url');
}

function same(mine: Buffer, given: Buffer): boolean {
  return mine.length === given.length && timingSafeEqual(mine, given);
}
