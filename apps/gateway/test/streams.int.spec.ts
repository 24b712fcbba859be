import { eventually, signTestToken, testEnvironment } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Agent, get, type IncomingMessage } from 'node:http';
import request from 'supertest';
import { startGateway, type TestGateway } from './gateway.js';

const KEY = {
  STREAM_TICKET_KEY: 'a key that all replicas of the test share',
  STREAMS_TOTAL: '40',
  STREAMS_PER_USER: '12',
  // The service is in the same process: opening many takes a moment.
  UPSTREAM_TIMEOUT_MS: '2000',
};
const STREAM = '/patients/stream';

describe('event streams through the gateway', () => {
  let gateway: TestGateway;
  const agent = new Agent({ maxSockets: Infinity });
  beforeAll(async () => {
    gateway = await startGateway(KEY);
  });
  afterAll(async () => {
    agent.destroy();
    for (const variable of Object.keys(KEY)) delete process.env[variable];
    await gateway.stop();
  });

  const tokenOf = (sub: string) => signTestToken(testEnvironment().signingKey, ['agent'], new Date(), { sub });
  const open = (path: string, token?: string) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { accept: 'text/event-stream', ...(token ? { authorization: `Bearer ${token}` } : {}) };
      get(`${gateway.url}${path}`, { agent, headers }, resolve).once('error', reject);
    });
  const ticketFor = async (path: string, token = gateway.token) => {
    const answer = await request(gateway.url)
      .post('/stream-tickets')
      .set('authorization', `Bearer ${token}`)
      .send({ path })
      .expect(201);
    expect(answer.headers['cache-control']).toBe('no-store');
    return (answer.body as { ticket: string }).ticket;
  };
  const quiet = () => eventually(() => expect(gateway.services.patients.streams.size).toBe(0));

  it('ADR 0031: a ticket opens one stream once, as its owner, and no service ever sees it', async () => {
    const ticket = await ticketFor(STREAM);
    const stream = await open(`${STREAM}?since=7&ticket=${ticket}`);
    expect(stream.statusCode).toBe(200);
    expect(stream.headers['content-type']).toBe('text/event-stream');
    const { url, headers } = gateway.services.patients.last;
    expect(url).toBe(`${STREAM}?since=7`);
    expect(headers['authorization']).toBe(`Bearer ${gateway.token}`);
    expect(JSON.stringify(headers)).not.toContain(ticket);
    const again = await open(`${STREAM}?ticket=${ticket}`);
    expect(again.statusCode).toBe(401);
    again.resume();
    stream.destroy();
    await quiet();
  });

  it('ADR 0031: a ticket for elsewhere, altered, invented or for another method is refused, without repeating it', async () => {
    const good = await ticketFor(STREAM);
    const altered = `${good.slice(0, -2)}${good.at(-2) === 'A' ? 'B' : 'A'}x`;
    for (const path of [
      `/patients/other?ticket=${good}`,
      `${STREAM}?ticket=${altered}`,
      `${STREAM}?ticket=`,
      `${STREAM}?ticket=invented`,
    ]) {
      const { body } = await request(gateway.url).get(path).expect(401);
      expect(body).toMatchObject({ code: 'stream-ticket-refused', instance: path.split('?')[0] });
    }
    await request(gateway.url).post(`${STREAM}?ticket=${good}`).expect(401);
    await request(gateway.url).post('/stream-tickets').send({ path: STREAM }).expect(401);
    await request(gateway.url)
      .post('/stream-tickets')
      .set('authorization', `Bearer ${gateway.token}`)
      .send({ path: 'http://evil.example/' })
      .expect(400);
  });

  it('ADR 0031: a stream that beats outlives the time services have, and every piece arrives at once', async () => {
    const stream = await open(STREAM, gateway.token);
    let heard = '';
    stream.on('data', (piece: Buffer) => (heard += piece.toString()));
    await eventually(() => expect(heard).toContain('first'));
    // UPSTREAM_TIMEOUT_MS is 2,000 here, a beat 150.
    await eventually(() => expect(heard.split(': \n').length).toBeGreaterThan(16));
    for (const answer of gateway.services.patients.streams) answer.write('data: "late"\n\n');
    await eventually(() => expect(heard).toContain('late'));
    stream.destroy();
    await quiet();
  });

  it('ADR 0031: many at once beat and ordinary calls go on; a person and the process have so many and no more', async () => {
    const tokens = await Promise.all(Array.from({ length: 11 }, (_, n) => tokenOf(`person-${n}`)));
    const streams = await Promise.all(Array.from({ length: 20 }, (_, n) => open(STREAM, tokens[n % 10])));
    expect(new Set(streams.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    for (const stream of streams) stream.resume();
    expect(gateway.services.patients.streams.size).toBe(20);
    for (let n = 0; n < 20; n += 1) {
      await request(gateway.url).get('/patients/1').set('authorization', `Bearer ${gateway.token}`).expect(200);
    }
    const mine = await Promise.all(Array.from({ length: 11 }, () => open(STREAM, tokens[0])));
    expect(mine.filter(({ statusCode }) => statusCode === 200)).toHaveLength(10);
    expect(mine.find(({ statusCode }) => statusCode === 429)?.headers['retry-after']).toBe('5');
    const last = await Promise.all(Array.from({ length: 11 }, () => open(STREAM, tokens[10])));
    expect(last.filter(({ statusCode }) => statusCode === 503)).toHaveLength(1);
    for (const stream of [...streams, ...mine, ...last]) stream.destroy();
    await quiet();
    const after = await open(STREAM, tokens[0]);
    expect(after.statusCode).toBe(200);
    after.destroy();
  });

  it.each(['the caller', 'the service'])(
    'ADR 0031: a stream that %s breaks off is over: the service is not asked for it once more',
    async (who) => {
      const { patients } = gateway.services;
      const stream = await open(STREAM, gateway.token);
      const closed = new Promise((resolve) => stream.once('close', resolve));
      stream.on('error', () => undefined).resume();
      await eventually(() => expect(patients.streams.size).toBe(1));
      const before = patients.asked.length;
      if (who === 'the caller') stream.destroy();
      else for (const answer of patients.streams) answer.destroy();
      await closed;
      await quiet();
      // What the gateway would ask is on its way before these are.
      for (let n = 0; n < 5; n += 1) {
        await request(gateway.url).get('/patients/1').set('authorization', `Bearer ${gateway.token}`).expect(200);
      }
      expect(patients.asked.slice(before).map(({ url }) => url)).not.toContain(STREAM);
    },
  );

  it('ADR 0031: a service that is away is a 503, one that falls silent ends the stream', async () => {
    const stream = await open(STREAM, gateway.token);
    const ended = new Promise((resolve) => stream.once('close', resolve));
    stream.on('error', () => undefined).resume();
    await gateway.services.patients.stop();
    await ended;
    const away = await open(STREAM, gateway.token);
    expect(away.statusCode).toBe(503);
    away.resume();
    await gateway.services.patients.start();
  });
});
