import { SessionRevokedV1 } from '#contracts';
import { newId } from '#platform';
import { eventually, ServiceProcess, signTestToken, TestBroker, testEnvironment, promptly } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gatewayEnvironment, startGateway, type TestGateway } from './gateway.js';

describe('an ended session at the gateway', () => {
  let gateway: TestGateway;
  let replica: ServiceProcess;
  let broker: TestBroker;
  const startReplica = () => {
    const { SERVICE_PORT: _chosen, ...shared } = gatewayEnvironment(gateway.services);
    const program = new URL('../src/main.ts', import.meta.url);
    return ServiceProcess.start(program, { ...shared, LOG_LEVEL: 'warn' });
  };
  const ready = (process: ServiceProcess) =>
    eventually(async () => expect((await process.get('/health/ready')).status).toBe(200), { timeout: 60_000 });
  beforeAll(async () => {
    broker = await TestBroker.connect(testEnvironment().natsUrl);
    gateway = await startGateway();
    replica = await startReplica();
    await ready(replica);
  });
  afterAll(async () => {
    replica.signal('SIGKILL');
    await gateway.stop();
    await broker.close();
  });

  /** A session both replicas knew. @returns how both are asked with its token */
  const revoked = async () => {
    const [accountId, sessionId] = [newId(), newId()];
    const issued = new Date(Date.now() - 1_000);
    const claims = { sub: accountId, sid: sessionId };
    const token = await signTestToken(testEnvironment().signingKey, ['agent'], issued, claims);
    const ask = (url: string) => fetch(`${url}/patients/1`, { headers: { authorization: `Bearer ${token}` } });
    const both = () => Promise.all([gateway.url, replica.url].map(ask));
    expect((await both()).map(({ status }) => status)).toEqual([200, 200]);
    const revokedAt = new Date().toISOString();
    await broker.publish(SessionRevokedV1, { accountId, sessionId, revokedAt, reason: 'locked-out' });
    return both;
  };

  it('decision 2: is refused by every replica within a second, and no service hears of it', async () => {
    const { made: both, seen: refused } = await promptly(1_000, revoked, async (both) => {
      const answers = await both();
      expect(answers.map(({ status }) => status)).toEqual([401, 401]);
      return answers;
    });
    expect(await refused[1]?.json()).toMatchObject({ code: 'token-revoked', instance: '/patients/1' });
    const heard = gateway.services.patients.asked.length;
    await both();
    expect(gateway.services.patients.asked.length).toBe(heard);
  });

  it('decision 2: a gateway starts and serves while the broker is away', async () => {
    const alone = await startGateway({ NATS_URL: 'nats://127.0.0.1:1' });
    const ask = (path: string) => fetch(`${alone.url}${path}`, { headers: { authorization: `Bearer ${alone.token}` } });
    expect((await ask('/patients/1')).status).toBe(200);
    expect((await ask('/health/ready')).status).toBe(200);
    await alone.stop();
  });
});
