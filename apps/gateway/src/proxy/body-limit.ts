import { pipeline, Transform, type Readable, type TransformCallback } from 'node:stream';
import { Problem } from '#platform';
import type { FastifyRequest } from 'fastify';

/** Bodies stream through, so Fastify's own limit never sees them; this one does, also when no length is announced. */
export function limitBody(request: FastifyRequest, payload: Readable, limitBytes: number): Readable {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limitBytes) throw tooLarge(limitBytes);
  if (request.headers['transfer-encoding'] === undefined) return payload;
  const limited = new ByteLimit(limitBytes);
  // A failure reaches whoever reads the limited stream; the callback only keeps it from going unheard.
  pipeline(payload, limited, () => undefined);
  return limited;
}

class ByteLimit extends Transform {
  private seen = 0;

  constructor(private readonly limitBytes: number) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.seen += chunk.length;
    if (this.seen > this.limitBytes) done(tooLarge(this.limitBytes));
    else done(null, chunk);
  }
}

function tooLarge(limitBytes: number): Problem {
  return new Problem(413, 'body-too-large', `The body is larger than ${limitBytes} bytes.`, {
    headers: { connection: 'close' },
  });
}
