import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { signTestToken, testEnvironment } from '#testing';
import type { Role } from '#contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { HospitalOverview } from '../src/operations/operations.dto.js';
import { startGateway, type TestGateway } from './gateway.js';

/** What a service says of itself: only what the gateway looks at matters here. */
const WELL = { service: 'any', version: '0.1.0', checks: { database: 'ok' }, unread: [] };

describe('the overview at the gateway', () => {
  let gateway: TestGateway;
  let hanging: Server;
  const held = new Set<Socket>();

  beforeAll(async () => {
    // It accepts and never answers.
    hanging = createServer((socket) => held.add(socket.on('error', () => undefined))).listen(0, '127.0.0.1');
    await once(hanging, 'listening');
    gateway = await startGateway();
    for (const service of Object.values(gateway.services)) service.overview = { status: 200, body: WELL };
  });
  beforeEach(() => {
    for (const service of Object.values(gateway.services)) service.overview = { status: 200, body: WELL };
  });
  afterAll(async () => {
    await gateway.stop();
    for (const socket of held) socket.destroy();
    hanging.close();
  });

  const tokenOf = (role: Role) => signTestToken(testEnvironment().signingKey, [role], new Date(Date.now() - 1_000));
  const ask = async (role: Role, status: number, url = gateway.url) =>
    request(url)
      .get('/ops')
      .set('authorization', `Bearer ${await tokenOf(role)}`)
      .expect(status);
  const overview = async (url = gateway.url) => (await ask('administrator', 200, url)).body as HospitalOverview;
  const statuses = ({ services }: HospitalOverview) =>
    Object.fromEntries(services.map(({ service, status }) => [service, status]));

  it('asks every service with the caller’s own token, and shows what each says', async () => {
    const { body, headers } = await ask('administrator', 200);
    const { services, gateway: own } = body as HospitalOverview;
    expect(services.map(({ service }) => service)).toEqual(['staff', 'patients', 'follow-up', 'complaints', 'his']);
    for (const entry of services) expect(entry).toMatchObject({ status: 'ok', reason: null, overview: WELL });
    expect(own).toMatchObject({ version: expect.stringMatching(/^\d+\./), startedAt: expect.any(String) });
    expect(gateway.services.his.last).toMatchObject({
      url: '/ops/overview',
      headers: { authorization: expect.stringMatching(/^Bearer /), 'x-request-id': headers['x-request-id'] },
    });
  });

  it('shows what a service needs and has not as degraded', async () => {
    const body = { ...WELL, checks: { database: 'ok', nats: 'timed out' }, unread: ['consumers'] };
    gateway.services.patients.overview = { status: 200, body };
    const { services } = await overview();
    expect(services[1]).toMatchObject({
      status: 'degraded',
      reason: 'nats: timed out; consumers could not be read',
      overview: body,
    });
  });

  it('shows an error, an answer of another kind and an older version for what they are', async () => {
    gateway.services.staff.overview = { status: 500, body: { code: 'internal-error' } };
    gateway.services.patients.overview = { status: 200, body: '<html>' };
    gateway.services.followUp.overview = { status: 404, body: { code: 'route-not-found' } };
    const { services } = await overview();
    expect(services.map(({ status, reason }) => `${status}: ${reason}`)).toEqual([
      'failed: answered 500 internal-error',
      'failed: answered 200 with something that is no JSON',
      'failed: answered 404 route-not-found',
      'ok: null',
      'ok: null',
    ]);
  });

  it('is there within its deadline while one service is killed and another hangs', async () => {
    const { port } = hanging.address() as { port: number };
    const second = await startGateway({ STAFF_URL: `http://127.0.0.1:${port}` });
    for (const service of Object.values(second.services)) service.overview = { status: 200, body: WELL };
    await second.services.his.stop();
    const begun = performance.now();
    const seen = await overview(second.url);
    const took = performance.now() - begun;
    await second.services.his.start();
    await second.stop();
    expect(statuses(seen)).toEqual({ staff: 'slow', patients: 'ok', 'follow-up': 'ok', complaints: 'ok', his: 'down' });
    expect(seen.services[0]).toMatchObject({ reason: 'no answer within 3000 ms', overview: null });
    expect(seen.services[4]).toMatchObject({ reason: 'ECONNREFUSED', overview: null });
    expect(seen.services[1]?.tookMs).toBeLessThan(3_000);
    expect(took).toBeLessThan(10_000);
  });

  it('lets the services decide who may look, for they know what the hospital decided', async () => {
    const refused = { status: 403, body: { code: 'right-required' } };
    for (const service of Object.values(gateway.services)) service.overview = refused;
    const { body } = await ask('administrator', 403);
    expect(body).toMatchObject({ code: 'right-required', right: 'ops.read', instance: '/ops' });
    gateway.services.his.overview = { status: 200, body: WELL };
    expect(statuses((await ask('agent', 200)).body as HospitalOverview)).toMatchObject({ staff: 'refused', his: 'ok' });
  });

  it('goes by the rights of the code while no service answers', async () => {
    await Promise.all(Object.values(gateway.services).map((service) => service.stop()));
    expect(statuses(await overview())).toEqual({
      staff: 'down',
      patients: 'down',
      'follow-up': 'down',
      complaints: 'down',
      his: 'down',
    });
    await ask('agent', 403);
    await request(gateway.url).get('/ops').expect(401);
    await Promise.all(Object.values(gateway.services).map((service) => service.start()));
  });
});
