import type { FastifyRequest } from 'fastify';

/** What the gateway says a caller asked for, where it is not what it asks of the service; from outside it does not come through. */
export const ORIGINAL_PATH_HEADER = 'x-original-path';
const PATH = /^\/[\x21-\x3e\x40-\x7e]{0,2000}$/;

/** The path its caller used, without the query: of `/ops/patients/jobs` and not of the `/ops/jobs` that came of it. */
export function askedPath({ headers, url }: Pick<FastifyRequest, 'headers' | 'url'>): string {
  const original = headers[ORIGINAL_PATH_HEADER];
  return typeof original === 'string' && PATH.test(original) ? original : (url.split('?', 1)[0] ?? url);
}
