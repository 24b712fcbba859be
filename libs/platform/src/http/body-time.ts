import type { FastifyInstance, FastifyRequest } from 'fastify';

const FORM = /^multipart\/form-data\b/i;

/**
 * Who sends a body for longer is answered 408, as Node does it to all alike: files are let pass, for which Node's own
 * limit is made long enough. Who sends them is cut off by the gateway when he falls silent.
 */
export function limitBodyTime(fastify: FastifyInstance, limitMs: number): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (hasSlowBody(request)) attend(fastify, request, limitMs);
    done();
  });
}

function hasSlowBody({ raw, headers }: FastifyRequest): boolean {
  return !raw.complete && !FORM.test(headers['content-type'] ?? '');
}

function attend(fastify: FastifyInstance, { raw }: FastifyRequest, limitMs: number): void {
  const timer = setTimeout(() => {
    const late = Object.assign(new Error('The body took too long'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    if (!raw.complete) fastify.server.emit('clientError', late, raw.socket);
  }, limitMs);
  timer.unref();
  raw.once('close', () => clearTimeout(timer));
}
