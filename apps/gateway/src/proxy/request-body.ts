import { Readable } from 'node:stream';
import { Problem } from '#platform';
import type { FastifyRequest } from 'fastify';

/**
 * Takes a body in whole before a service is asked: a caller who sends slowly, or half, holds up nobody but himself.
 * Fastify's own limit does not see bodies that are passed on; this one does, also when no length is announced.
 * @throws Problem 413 beyond the limit, 400 when the caller breaks off.
 */
export async function takeBody(request: FastifyRequest, payload: Readable, limitBytes: number): Promise<Readable> {
  const announced = request.headers['content-length'];
  if (Number(announced ?? 0) > limitBytes) throw tooLarge(limitBytes);
  if (announced === undefined && request.headers['transfer-encoding'] === undefined) return payload;
  return Readable.from([await collect(payload, limitBytes)], { objectMode: false });
}

async function collect(payload: Readable, limitBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let seen = 0;
  try {
    for await (const chunk of payload as AsyncIterable<Buffer>) {
      seen += chunk.length;
      if (seen > limitBytes) throw tooLarge(limitBytes);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw Problem.badRequest('body-incomplete', 'The body broke off.');
  }
  return Buffer.concat(chunks);
}

function tooLarge(limitBytes: number): Problem {
  return new Problem(413, 'body-too-large', `The body is larger than ${limitBytes} bytes.`, {
    headers: { connection: 'close' },
  });
}
