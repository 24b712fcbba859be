import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { answerClientError } from '../src/http/raw-answers.js';
import { installRequestRules } from '../src/http/request-rules.js';

const HEADERS_MS = 300;
const HEAD = 'GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n';
/** A caller on a thread of his own: he goes on while the server stands still. */
const CALLER = `
  const { workerData: { port, text, written }, parentPort } = require('node:worker_threads');
  const socket = require('node:net').connect(port, '127.0.0.1');
  let answer = '';
  socket.on('error', () => undefined).on('data', (chunk) => (answer += chunk));
  socket.on('close', () => parentPort.postMessage(answer));
  socket.write(text, () => { Atomics.store(written, 0, 1); Atomics.notify(written, 0); });
`;

describe('a server that stood still', () => {
  let server: FastifyInstance;
  let port: number;
  const written = new Int32Array(new SharedArrayBuffer(4));
  const stall = new Int32Array(new SharedArrayBuffer(4));

  beforeAll(async () => {
    server = fastify({
      clientErrorHandler: answerClientError,
      http: { headersTimeout: HEADERS_MS, connectionsCheckingInterval: 50 },
    });
    installRequestRules(server);
    server.get('/', () => ({ answered: true }));
    await server.listen({ port: 0 });
    port = (server.server.address() as { port: number }).port;
  });
  afterAll(() => server.close());

  /** Stands still between accepting the caller and reading him, past the limit. */
  async function answerTo(text: string): Promise<string> {
    Atomics.store(written, 0, 0);
    server.server.once('connection', () => {
      if (text !== '') Atomics.wait(written, 0, 0);
      Atomics.wait(stall, 0, 0, 2 * HEADERS_MS);
    });
    const caller = new Worker(CALLER, { eval: true, workerData: { port, text, written } });
    const [answer] = (await once(caller, 'message')) as [string];
    return answer;
  }

  it('decision 2: blames nobody whose request had arrived meanwhile', async () => {
    expect(await answerTo(`${HEAD}\r\n`)).toContain('{"answered":true}');
  });

  it('decision 2: tells the one who sent nothing, or only a part, that he was late', async () => {
    expect(await answerTo('')).toContain('408 ');
    expect(await answerTo(HEAD)).toContain('408 ');
  });
});
