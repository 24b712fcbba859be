import { languageOf, LANGUAGES, type Language } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { POLICY } from './page-style.js';

/** What the page is read in: as chosen on it, else as the browser says, else Chinese. */
export function languageOfPage(request: FastifyRequest): Language {
  const { lang } = (request.query ?? {}) as { lang?: unknown };
  return LANGUAGES.find((language) => language === lang) ?? languageOf(request.headers['accept-language']);
}

/** Kept by nobody, shown in no frame, found by no search engine, and told to no other site. */
export function sendPage(reply: FastifyReply, status: number, language: Language, html: string): void {
  void reply
    .status(status)
    .headers({
      ...{ 'content-type': 'text/html; charset=utf-8', 'content-language': language, vary: 'Accept-Language' },
      ...{ 'cache-control': 'no-store', 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer' },
      ...{ 'x-robots-tag': 'noindex, nofollow, noarchive', 'x-content-type-options': 'nosniff' },
      ...{ 'x-frame-options': 'DENY', 'cross-origin-opener-policy': 'same-origin' },
    })
    .send(html);
}
