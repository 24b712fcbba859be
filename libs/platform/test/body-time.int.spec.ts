import { connect } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { limitBodyTime } from '../src/http/body-time.js';
import { answerClientError } from '../src/http/raw-answers.js';

describe('a body that takes its time', () => {
  let server: FastifyInstance;
  let port: number;
  beforeAll(async () => {
    server = fastify({ clientErrorHandler: answerClientError });
    limitBodyTime(server, 2_000);
    server.removeAllContentTypeParsers();
    server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    server.post('/', (request) => ({ length: (request.body as string).length }));
    await server.listen({ port: 0 });
    port = (server.server.address() as { port: number }).port;
  });
  afterAll(() => server.close());

  async function sent(type: string, pauseMs: number): Promise<string> {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('error', () => undefined);
    socket.write(
      `POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: ${type}\r\ncontent-length: 2\r\n\r\n1`,
    );
    const rest = setTimeout(() => socket.write('2'), pauseMs);
    await once(socket, 'close');
    clearTimeout(rest);
    return answer;
  }

  it('decision 2 is a 408, unless it is a form with a file', async () => {
    expect(await sent('text/plain', 0)).toContain('{"length":2}');
    expect(await sent('text/plain', 30_000)).toContain('408 ');
    expect(await sent('multipart/form-data; boundary=x', 3_000)).toContain('{"length":2}');
  });
});
