import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { eventually } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { startGateway, type TestGateway } from './gateway.js';
import { openRaw, rawHttp } from './raw-http.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const LIMITS = {
  RATE_LIMIT_LOGIN: '6',
  RATE_LIMIT_LOGIN_NAME: '3',
  RATE_LIMIT_PUBLIC: '5',
  RATE_LIMIT_FORM: '2',
  RATE_LIMIT_USER: '4',
  TRUSTED_PROXIES: '127.0.0.0/8',
  CONNECTIONS_PER_ADDRESS: '50',
};

describe('limits at the door', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway(LIMITS);
  });
  afterAll(async () => {
    for (const variable of Object.keys(LIMITS)) delete process.env[variable];
    await gateway.stop();
  });

  const from = (address: string) => request.agent(gateway.url).set('x-forwarded-for', address);
  const signIn = (address: string, username: string) => from(address).post('/auth/token').send({ username });

  it('decision 2: so many sign-ins a minute come from one address, and a /64 is one address', async () => {
    for (let n = 0; n < 6; n += 1) await signIn(`2001:db8:0:1::${n}`, `person-${n}`).expect(200);
    const { body, headers } = await signIn('2001:db8:0:1:ffff::1', 'another').expect(429);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({ code: 'too-many-requests', instance: '/auth/token' });
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
    expect(headers).toMatchObject({ 'ratelimit-limit': '6', 'ratelimit-remaining': '0' });
    await signIn('2001:db8:0:2::1', 'another').expect(200);
  });

  it('decision 2: a path in code is no way around the count of sign-ins', async () => {
    const hidden = await from('198.51.100.50').post('/%61uth/token').send({ username: 'x' }).expect(400);
    expect(hidden.body).toMatchObject({ code: 'path-refused' });
    await from('198.51.100.50').get('/%6fpenapi.json').expect(400);
  });

  it('decision 2: so many go to one name, from wherever, and others sign in', async () => {
    for (let n = 0; n < 3; n += 1) await signIn(`198.51.100.${n}`, ' Li.Xiaomei').expect(200);
    await signIn('198.51.100.9', 'li.xiaomei').expect(429);
    await signIn('198.51.100.9', 'wang.wei').expect(200);
  });

  it('decision 2: what is public is counted by address, and so are wrong tokens', async () => {
    for (let n = 0; n < 5; n += 1) await from('203.0.113.1').get('/openapi.json').expect(200);
    await from('203.0.113.1').get('/openapi.json').expect(429);
    const patient = await from('203.0.113.1').get('/f/token').expect(429);
    expect(patient.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8' });
    expect(patient.headers['retry-after']).toMatch(/^\d+$/);
    expect(patient.text).toContain('操作太频繁');
    await from('203.0.113.2').get('/openapi.json').expect(200);
    for (let n = 0; n < 5; n += 1) await from('203.0.113.3').get('/patients').expect(401);
    await from('203.0.113.3').get('/patients').expect(429);
    await from('203.0.113.1').get('/health/live').expect(200);
  });

  it('CP-1 the public form takes so much a minute from one address, and no letter longer than 32 KiB', async () => {
    const write = (address: string, text = '排队太久') => from(address).post('/public/complaints').send({ text });
    for (let n = 0; n < 2; n += 1) await write('192.0.2.1').set('x-actor-id', 'admin').expect(200);
    expect(gateway.services.complaints.last).toMatchObject({ method: 'POST', url: '/public/complaints' });
    expect(gateway.services.complaints.last.headers).not.toHaveProperty('x-actor-id');
    expect((await write('192.0.2.1').expect(429)).headers['ratelimit-limit']).toBe('2');
    await from('192.0.2.1').post('/public/complaints/state').send({}).expect(429);
    await write('192.0.2.2').expect(200);
    await write('192.0.2.2', 'x'.repeat(33_000)).expect(413);
    await from('192.0.2.3').get('/public/other').expect(404);
  });

  it('decision 2: who is signed in is counted as a person, and each service hears the true address', async () => {
    const ask = (address: string) => from(address).get('/patients').set('authorization', `Bearer ${gateway.token}`);
    await ask('203.0.113.1').set('x-client-address', '1.1.1.1').expect(200);
    expect(gateway.services.patients.last.headers['x-client-address']).toBe('203.0.113.1');
    expect(gateway.services.patients.last.headers['x-forwarded-for']).toBeUndefined();
    for (let n = 0; n < 3; n += 1) await ask(`203.0.113.${n}`).expect(200);
    const { headers } = await ask('203.0.113.77').expect(429);
    expect(headers['ratelimit-limit']).toBe('4');
  });

  it('decision 2: a million addresses cost a bounded number of counters', async () => {
    const { RateLimits } = await import('../src/limits/rate-limits.js');
    const limits = gateway.app.get(RateLimits);
    const reply = { headers: () => reply } as never;
    const asked = { routeOptions: { config: {} }, headers: {} } as never;
    const megabytes = () => {
      collectGarbage();
      return process.memoryUsage().heapUsed / 1e6;
    };
    const fill = async (start: number, count: number) => {
      for (let n = start; n < start + count; n += 1) await limits.count('public', `address-${n}`, asked, reply);
    };
    await fill(0, 100_000);
    const before = megabytes();
    await fill(100_000, 900_000);
    expect(megabytes() - before).toBeLessThan(100);
  });
});

describe('what arrives slowly, twice or in two readings', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway();
    Object.assign(gateway.app.getHttpServer(), { headersTimeout: 400, requestTimeout: 800 });
  });
  afterAll(() => gateway.stop());

  const head = 'POST /auth/token HTTP/1.1\r\nhost: x\r\n';
  const answers = async (status: number, code: string | RegExp, pieces: string[]) => {
    const asked = gateway.services.staff.asked.length;
    const answer = await rawHttp(gateway.url, pieces);
    expect(answer.status).toBe(status);
    expect(answer.head).toContain('application/problem+json');
    expect((JSON.parse(answer.body) as { code: string }).code).toMatch(code);
    expect(gateway.services.staff.asked.length).toBe(asked);
  };

  it('decision 2: headers or a body that do not come to an end are a 408', async () => {
    await answers(408, 'request-timeout', [head]);
    await answers(408, 'request-timeout', [`${head}content-length: 100\r\n\r\n{"user`]);
  });

  it.each([
    ['length and chunks', `${head}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['chunks and length', `${head}transfer-encoding: chunked\r\ncontent-length: 5\r\n\r\n0\r\n\r\n`],
    ['two lengths', `${head}content-length: 5\r\ncontent-length: 6\r\n\r\n{"a":1}`],
    ['two equal lengths', `${head}content-length: 2\r\ncontent-length: 2\r\n\r\n{}`],
    ['a list of lengths', `${head}content-length: 2, 2\r\n\r\n{}`],
    ['a negative length', `${head}content-length: -2\r\n\r\n{}`],
    ['a length with a sign', `${head}content-length: +2\r\n\r\n{}`],
    ['another coding before chunks', `${head}transfer-encoding: identity, chunked\r\n\r\n0\r\n\r\n`],
    ['a coding that only looks like chunks', `${head}transfer-encoding: xchunked\r\n\r\n0\r\n\r\n`],
    ['chunks twice', `${head}transfer-encoding: chunked\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['a folded header', `${head}x-a: 1\r\n 2\r\ncontent-length: 2\r\n\r\n{}`],
    ['a space before the colon', `${head}content-length : 2\r\n\r\n{}`],
    ['lines that end in LF only', 'GET /health/live HTTP/1.1\nhost: x\nconnection: close\n\n'],
    ['a bare CR in a value', `${head}x-a: 1\rcontent-length: 2\r\n\r\n{}`],
    ['NUL in a value', `${head}x-a: 1\0\r\ncontent-length: 2\r\n\r\n{}`],
    ['two hosts', 'GET /health/live HTTP/1.1\r\nhost: x\r\nhost: y\r\nconnection: close\r\n\r\n'],
    ['two tokens', `${head}authorization: Bearer a\r\nauthorization: Bearer b\r\nconnection: close\r\n\r\n`],
    ['no HTTP', '\x16\x03\x01\x02\x00\x01\x00'],
  ])('decision 2: %s are a 400', async (_what, text) => {
    await answers(400, /^(http-malformed|headers-ambiguous|host-missing)$/, [text]);
  });

  it('decision 2: too many headers, and too large ones, are a 431', async () => {
    const many = Array.from({ length: 120 }, (_, n) => `x-${n}: 1\r\n`).join('');
    await answers(431, 'headers-too-many', [`${head}${many}connection: close\r\ncontent-length: 0\r\n\r\n`]);
    await answers(431, 'headers-too-large', [`${head}x-a: ${'a'.repeat(17_000)}\r\n\r\n`]);
  });

  it('decision 10: no answer about a person is kept by a browser, unless its service says how', async () => {
    const asked = request.agent(gateway.url).get('/patients').set('authorization', `Bearer ${gateway.token}`);
    expect((await asked.expect(200)).headers['cache-control']).toBe('no-store');
    const { headers } = await request.agent(gateway.url).get('/openapi.json').expect(200);
    expect(headers['cache-control']).toBeUndefined();
  });

  it('decision 10: every answer carries what helmet says, and no answer tells what runs here', async () => {
    for (const path of ['/health/live', '/patients', '/docs']) {
      const { headers } = await request(gateway.url).get(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers['strict-transport-security']).toContain('max-age');
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });
});

describe('connections of one address', () => {
  it('decision 2: are so many and no more; the one who closes some may open others', async () => {
    const gateway = await startGateway({ CONNECTIONS_PER_ADDRESS: '20' });
    try {
      const sockets = await Promise.all(Array.from({ length: 30 }, () => openRaw(gateway.url, 'GET ')));
      await eventually(() => {
        expect(sockets.filter((socket) => socket.destroyed || socket.readableEnded)).toHaveLength(10);
      });
      await expect(fetch(`${gateway.url}/health/live`)).rejects.toThrow();
      for (const socket of sockets) socket.destroy();
      await eventually(async () => expect((await fetch(`${gateway.url}/health/live`)).status).toBe(200));
    } finally {
      delete process.env['CONNECTIONS_PER_ADDRESS'];
      await gateway.stop();
    }
  });
});
