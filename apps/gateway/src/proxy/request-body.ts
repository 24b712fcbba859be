import { Transform, type Readable } from 'node:stream';
import { Problem } from '#platform';
import type { FastifyRequest } from 'fastify';

/**
 * Takes a body in whole before a service is asked: a caller who sends slowly, or half, holds up nobody but himself.
 * Fastify's own limit does not see bodies that are passed on; this one does, also when no length is announced.
 * @returns undefined when there is none
 * @throws Problem 413 beyond the limit, 400 when the caller breaks off.
 */
export async function takeBody(
  request: FastifyRequest,
  payload: Readable,
  limitBytes: number,
): Promise<Buffer | undefined> {
  const announced = request.headers['content-length'];
  if (Number(announced ?? 0) > limitBytes) throw tooLarge(limitBytes);
  if (announced === undefined && request.headers['transfer-encoding'] === undefined) return undefined;
  return collect(payload, limitBytes);
}

/** The name somebody signs in with, as staff compares it; undefined in what is no such body, which staff refuses. */
export function userNameIn(body: Buffer): string | undefined {
  try {
    const { username } = JSON.parse(body.toString()) as { username?: unknown };
    return typeof username === 'string' ? username.trim().toLowerCase().slice(0, 60) : undefined;
  } catch {
    return undefined;
  }
}

/** A form that may hold a file. */
export function isForm(request: FastifyRequest): boolean {
  return /^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '');
}

const IDLE_MS = 30_000;

/**
 * Passes a body on as it comes: a file is nowhere whole. A caller who falls silent is cut off after half a minute.
 * @throws Problem 413 when the announced length is beyond the limit; the stream fails with it when the real one is
 */
export function passUpload(request: FastifyRequest, payload: Readable, limitBytes: number): Readable {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) throw tooLarge(limitBytes);
  let seen = 0;
  const idle = setTimeout(() => passed.destroy(BROKEN_OFF), IDLE_MS);
  idle.unref();
  const passed = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      idle.refresh();
      seen += chunk.length;
      if (seen > limitBytes) done(tooLarge(limitBytes));
      else done(null, chunk);
    },
  });
  passed.once('close', () => clearTimeout(idle));
  // A request that was refused is read by nobody: an upload that breaks off then must not end the process.
  passed.on('error', () => undefined);
  request.raw.once('close', () => {
    if (!payload.readableEnded) passed.destroy(BROKEN_OFF);
  });
  return payload.pipe(passed);
}

const BROKEN_OFF = Problem.badRequest('body-incomplete');

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
    throw BROKEN_OFF;
  }
  return Buffer.concat(chunks);
}

function tooLarge(limitBytes: number): Problem {
  return new Problem(413, 'body-too-large', { limit: limitBytes });
}
