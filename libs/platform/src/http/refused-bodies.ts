import type { FastifyInstance } from 'fastify';

/** How long a caller who was refused may go on sending before the connection is cut. */
const LINGER_MS = 5_000;
const TOO_LARGE = 413;

/**
 * Lets the answer to a body that is too large get through: a connection closed while bytes are still coming in is reset,
 * and many a client then never sees why. What comes is thrown away; who sends for long after the answer is cut off.
 */
export function lingerAfterRefusal(fastify: FastifyInstance): void {
  fastify.addHook('onSend', ({ raw }, reply, _payload, done) => {
    if (reply.statusCode === TOO_LARGE && !raw.complete) {
      void reply.removeHeader('connection');
      raw.unpipe();
      raw.on('error', () => undefined).resume();
      const cut = setTimeout(() => raw.socket.destroy(), LINGER_MS);
      cut.unref();
      raw.once('close', () => clearTimeout(cut));
    }
    done();
  });
}
