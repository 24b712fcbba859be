import type { ServerResponse } from 'node:http';
import { fastify, type FastifyInstance, type FastifyRequest } from 'fastify';

/** What a service was asked, as it arrived. */
export interface Asked {
  method: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** An event of 64 KiB. */
const FLOOD = Buffer.from(`data: ${'x'.repeat(65_536)}\n\n`);

/** A service that answers with what it was asked: a real HTTP server in the place of one of ours. */
export class StandIn {
  readonly asked: Asked[] = [];
  /** Event streams that are open. */
  readonly streams = new Set<ServerResponse>();
  /** Streams wait for it before they are answered. */
  held: Promise<void> | undefined;
  /** What it says of itself to operations. */
  overview: { status: number; body: object | string } = { status: 200, body: {} };
  private server: FastifyInstance | undefined;
  private port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get last(): Asked {
    const last = this.asked.at(-1);
    if (!last) throw new Error('Nobody asked anything');
    return last;
  }

  /** Starts it, a second time at the address it had. */
  async start(): Promise<void> {
    this.server = this.build();
    await this.server.listen({ host: '127.0.0.1', port: this.port });
    this.port = (this.server.server.address() as { port: number }).port;
  }

  async stop(): Promise<void> {
    await this.server?.close();
  }

  /** Sends on every open stream as fast as it is taken, until it is closed. */
  flood(): void {
    for (const stream of this.streams) {
      const pour = () => {
        while (!stream.destroyed && stream.write(FLOOD));
      };
      stream.on('drain', pour);
      pour();
    }
  }

  private build(): FastifyInstance {
    const server = fastify({ bodyLimit: 50_000_000, forceCloseConnections: true });
    server.removeAllContentTypeParsers();
    server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    server.get('/health/ready', () => ({ status: 'ok' }));
    server.get('/ops/overview', (request, reply) => {
      this.note(request);
      return reply.status(this.overview.status).send(this.overview.body);
    });
    server.get('/patients/slow', () => new Promise(() => undefined));
    server.get('/patients/broken-off', (request) => request.raw.destroy());
    server.get('/patients/half', (_request, reply) => {
      reply.hijack();
      reply.raw.writeHead(200, { 'content-length': '100' });
      reply.raw.write('half an ans');
      setImmediate(() => reply.raw.destroy());
    });
    server.get('/patients/busy', (request, reply) => {
      this.note(request);
      return reply.status(503).header('retry-after', '7').send({ code: 'busy' });
    });
    server.post('/f/refused', (_request, reply) =>
      reply
        .status(415)
        .type('application/problem+json; charset=utf-8')
        .send(JSON.stringify({ code: 'refused' })),
    );
    server.get('/f/gone', (_request, reply) => reply.status(410).type('text/html').send('<p>gone</p>'));
    server.get('/patients/stream', async (request, reply) => {
      this.note(request);
      await this.held;
      reply.hijack();
      reply.raw.writeHead(200, { 'content-type': 'text/event-stream' });
      reply.raw.write('data: "first"\n\n');
      const beat = setInterval(() => reply.raw.write(': \n\n'), 150);
      this.streams.add(reply.raw);
      reply.raw.once('close', () => {
        clearInterval(beat);
        this.streams.delete(reply.raw);
      });
    });
    server.all('/*', (request, reply) => {
      const { body } = this.note(request);
      return reply.header('etag', '"7"').header('keep-alive', 'timeout=5').send({ url: request.url, body });
    });
    return server;
  }

  private note({ method, url, headers, body }: FastifyRequest): Asked {
    const asked = { method, url, headers, body: Buffer.isBuffer(body) ? body.toString() : '' };
    this.asked.push(asked);
    return asked;
  }
}
