import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { startTestService, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { wardMigrations, WardModule } from './ward.module.js';

interface RawAnswer {
  status: number;
  headers: Record<string, string>;
  body: { code: string; detail: string; errors?: { field: string; code: string; reason: string }[] };
}

describe('a hostile caller', () => {
  let ward: TestService;

  beforeAll(async () => {
    ward = await startTestService({ service: 'ward', module: WardModule, migrations: wardMigrations, attachments: [] });
  });
  afterAll(() => ward.stop());

  /** Bytes as they are, for what no client library would send. */
  async function send(request: string | Buffer): Promise<RawAnswer> {
    const { hostname, port } = new URL(ward.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(request);
    const chunks: Buffer[] = [];
    for await (const chunk of socket) {
      chunks.push(chunk as Buffer);
      const text = Buffer.concat(chunks).toString();
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? Number.NaN);
      const start = text.indexOf('\r\n\r\n') + 4;
      if (start > 3 && Buffer.byteLength(text.slice(start)) >= length) break;
    }
    socket.destroy();
    const [head = '', body = ''] = Buffer.concat(chunks).toString().split('\r\n\r\n');
    const lines = head
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(': '));
    const headers = Object.fromEntries(lines.map(([name = '', value = '']) => [name.toLowerCase(), value]));
    return { status: Number(head.split(' ')[1]), headers, body: JSON.parse(body) as RawAnswer['body'] };
  }

  const post = (body: string | Buffer) => {
    const bytes = Buffer.from(body);
    const head =
      'POST /ward/beds HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAccept-Language: en\r\n' +
      `Authorization: Bearer ${ward.token('agent')}\r\nContent-Length: ${bytes.length}\r\n\r\n`;
    return send(Buffer.concat([Buffer.from(head), bytes]));
  };

  const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

  it.each<[string, string | Buffer, string, string, string]>([
    ['NUL in a value', '{"number":1,"name":"a\\u0000b"}', 'validation-failed', 'name', 'nul-character'],
    ['NUL deep inside', '{"visitors":[{"name":"\\u0000"}]}', 'validation-failed', 'visitors.0.name', 'nul-character'],
    ['half a surrogate', '{"name":"\\ud800"}', 'validation-failed', 'name', 'half-surrogate'],
    ['a prototype key', '{"name":"x","__proto__":{"a":1}}', 'validation-failed', '__proto__', 'reserved-name'],
    [
      'a constructor key',
      '{"visitors":{"constructor":1}}',
      'validation-failed',
      'visitors.constructor',
      'reserved-name',
    ],
    ['33 levels', deep(33), 'validation-failed', 'a.a.a', 'too-deep'],
    ['100,000 levels', deep(100_000), 'validation-failed', 'a.a.a', 'too-deep'],
    ['bad UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 'body-malformed', '', 'not-utf8'],
    ['broken JSON', '{"number": 1,', 'body-malformed', '', 'not-json'],
  ])('decision 9: is told which field is at fault for %s', async (_what, body, code, field, reason) => {
    const answer = await post(body);
    expect(answer).toMatchObject({ status: 400, body: { code, errors: [{ field, code: reason }] } });
    expect(answer.body.errors?.[0]?.reason).not.toBe(reason);
  });

  it.each([
    ['/ward/beds/a%00b', 'number', 'nul-character'],
    ['/ward/beds?floor=%00', 'floor', 'nul-character'],
    ['/ward/beds?a%00=1', 'a\u2400', 'nul-character'],
    ['/ward/beds?floor=%ff', 'floor', 'not-utf8'],
    ['/ward/beds?__proto__=1', '__proto__', 'reserved-name'],
    ['/ward/beds?constructor=1', 'constructor', 'reserved-name'],
  ])('decision 9: is told which parameter is at fault: %s', async (path, field, code) => {
    const answer = await ward.api('agent').get(path).expect(400);
    expect(answer.body).toMatchObject({ code: 'validation-failed', errors: [{ field, code }] });
  });

  it.each<[string, string | Buffer, number, string]>([
    ['a request line that is none', 'HELLO\r\n\r\n', 400, 'http-malformed'],
    ['a method nobody knows', 'BREW /ward/beds HTTP/1.1\r\nHost: x\r\n\r\n', 400, 'http-malformed'],
    [
      'raw bytes in the URL',
      Buffer.from('GET /ward/\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n', 'latin1'),
      400,
      'http-malformed',
    ],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'x'.repeat(40_000)}\r\n\r\n`, 431, 'headers-too-large'],
    ['no Host', 'GET /ward/beds HTTP/1.1\r\n\r\n', 400, 'host-missing'],
    [
      'two lengths',
      'POST /ward/whoami HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na',
      400,
      'http-malformed',
    ],
    [
      'smuggling',
      'POST /ward/whoami HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
      'http-malformed',
    ],
    ['an odd expectation', 'GET /ward/beds HTTP/1.1\r\nHost: x\r\nExpect: tea\r\n\r\n', 417, 'expectation-unknown'],
    ['a very long part', `GET /ward/beds/${'9'.repeat(200)} HTTP/1.1\r\nHost: x\r\n\r\n`, 414, 'path-too-long'],
    ['a tunnel', 'CONNECT elsewhere:443 HTTP/1.1\r\nHost: elsewhere:443\r\n\r\n', 501, 'no-proxy'],
    ['a tunnel to nowhere', 'CONNECT / HTTP/1.0\r\n\r\n', 501, 'no-proxy'],
    ['another method', 'DELETE /ward/beds HTTP/1.1\r\nHost: x\r\n\r\n', 405, 'method-not-allowed'],
  ])('decision 9: gets a problem for %s', async (_what, request, status, code) => {
    const answer = await send(request);
    expect(answer).toMatchObject({ status, body: { status, code } });
    expect(answer.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': 'zh-CN',
      'x-request-id': expect.stringMatching(/^[\w-]{8,64}$/),
    });
    expect(answer.body.detail).not.toBe(code);
  });

  it('decision 9: is told which methods there are', async () => {
    const answer = await ward.anonymous().delete('/ward/beds').expect(405);
    expect(answer.headers['allow']).toBe('GET, HEAD, POST');
    expect((await ward.anonymous().get('/ward/beds/1/2').expect(404)).body.code).toBe('route-not-found');
  });

  it('decision 9: hears the parser too in the language asked for', async () => {
    const answer = await send('GET / HTTP/9.9\r\nAccept-Language: en\r\n\r\n');
    expect(answer.body.detail).toBe('The request is not valid HTTP/1.1.');
    expect(answer.headers['content-language']).toBe('en');
  });

  const gzipped = { 'content-encoding': 'gzip' };
  it.each<[string, Record<string, string>, Buffer, string, string]>([
    ['gzip', gzipped, gzipSync('{"number":1}'), 'content-encoding-unsupported', 'Content-Encoding: gzip'],
    ['what only says so', gzipped, Buffer.from('{"number":1}'), 'content-encoding-unsupported', 'Content-Encoding'],
    ['two codings', { 'content-encoding': 'identity, br' }, Buffer.from('{}'), 'content-encoding-unsupported', 'br'],
    [
      'UTF-16',
      { 'content-type': 'application/json; charset="utf-16le"' },
      Buffer.from('{"number":1}', 'utf16le'),
      'charset-unsupported',
      'charset=utf-16le',
    ],
    [
      'two charsets',
      { 'content-type': 'application/json; charset=utf-8; charset=gbk' },
      Buffer.from('{"number":1}'),
      'charset-unsupported',
      'charset=gbk',
    ],
  ])(
    'decision 9: is told which header names a coding nobody reads here: %s',
    async (_what, headers, body, code, said) => {
      const sent = { authorization: `Bearer ${ward.token('agent')}`, 'accept-language': 'en', ...headers };
      const answer = await fetch(`${ward.url}/ward/beds`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...sent },
        body: new Uint8Array(body),
      });
      expect(answer.status).toBe(415);
      const problem = (await answer.json()) as RawAnswer['body'];
      expect(problem.code).toBe(code);
      expect(problem.detail).toContain(said);
    },
  );

  it.each([
    [71, { 'content-type': 'application/json', 'content-encoding': 'identity' }],
    [72, { 'content-type': 'application/json;charset=UTF-8' }],
    [73, { 'content-type': 'application/json; charset="utf8"' }],
  ])('decision 9: may say that a body is as it is: %d %j', async (number, headers) => {
    await ward.api('agent').post('/ward/beds').set(headers).send(`{"number":${number},"name":"七"}`).expect(201);
  });

  it('decision 9: breaks off a tunnel and ends nobody’s process', async () => {
    const { hostname, port } = new URL(ward.url);
    for (let times = 0; times < 20; times += 1) {
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      socket.write('CONNECT elsewhere:443 HTTP/1.1\r\nHost: x\r\n\r\n');
      socket.resetAndDestroy();
    }
    await ward.api('agent').get('/ward/beds').expect(200);
  });

  it.each(['application/xml', 'text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])(
    'decision 9: may not send %s',
    async (type) => {
      const answer = await ward.api('agent').post('/ward/beds').type(type).send('number=1').expect(415);
      expect(answer.body.code).toBe('unsupported-media-type');
    },
  );
});

describe('a caller who reads English, or Chinese', () => {
  let ward: TestService;
  beforeAll(async () => {
    ward = await startTestService({ service: 'ward', module: WardModule, migrations: wardMigrations, attachments: [] });
  });
  afterAll(() => ward.stop());

  it('decision 9: gets title, detail and reasons in that language, and a cache is told', async () => {
    const refused = (language: string) =>
      ward.api('agent').post('/ward/beds').set('accept-language', language).send({ number: 0, name: 'a' }).expect(400);
    const english = await refused('en-US,en;q=0.9');
    expect(english.headers).toMatchObject({ 'content-language': 'en', vary: 'Accept-Language' });
    expect(english.body).toMatchObject({
      title: 'Bad Request',
      detail: 'The request is not valid.',
      errors: [{ field: 'number', code: 'min', reason: 'must not be less than 1' }],
    });
    const chinese = await refused('zh-Hans');
    expect(chinese.headers).toMatchObject({ 'content-language': 'zh-CN', vary: 'Accept-Language' });
    expect(chinese.body).toMatchObject({
      title: '请求无效',
      detail: '请求内容不符合要求。',
      errors: [{ field: 'number', code: 'min', reason: '不得小于 1' }],
    });
  });
});
