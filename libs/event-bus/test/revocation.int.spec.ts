import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SessionRevokedV1 } from '#contracts';
import { eventBusMigrations } from '#event-bus';
import { newId } from '#platform';
import {
  eventually,
  natsUrlAs,
  ServiceProcess,
  signTestToken,
  startTestService,
  testEnvironment,
  TEST_TOKEN_LIFE_SECONDS,
  testUsers,
  type TestService,
  promptly,
} from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startNats, type Nats } from '../../../tools/backing-services/index.js';
import { EmittingModule } from './bus-under-test.js';

const SECOND_MS = 1_000;
const program = new URL('./emitting-process.ts', import.meta.url);

const users = testUsers(testEnvironment().natsPassword);

describe('a session that was ended', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hospital-sessions-'));
  const processes: ServiceProcess[] = [];
  let broker: Nats;
  let service: TestService;

  /** A replica as a process of its own. */
  const startProcess = async () => {
    const replica = await ServiceProcess.start(program, {
      DATABASE_URL: service.databaseUrl,
      NATS_URL: natsUrlAs('patients', broker.url),
      JWKS_URL: testEnvironment().jwksUrl,
      TOKEN_LONGEST_LIFE_SECONDS: TEST_TOKEN_LIFE_SECONDS,
      LOG_LEVEL: 'warn',
    });
    processes.push(replica);
    await eventually(async () => expect((await replica.get('/health/ready')).status).toBe(200), { timeout: 60_000 });
    return replica;
  };

  beforeAll(async () => {
    broker = await startNats({ dataDir, users });
    service = await startTestService({
      service: 'patients',
      module: EmittingModule,
      migrations: eventBusMigrations,
      natsUrl: broker.url,
    });
    await startProcess();
  });

  afterAll(async () => {
    for (const replica of processes) replica.signal('SIGKILL');
    await service.stop();
    await broker.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const token = (sub: string, sid: string | undefined, issued = Date.now() - 10_000) =>
    signTestToken(testEnvironment().signingKey, ['administrator'], new Date(issued), { sub, ...(sid ? { sid } : {}) });
  const ask = async (url: string, bearer: string) => {
    const answer = await fetch(`${url}/ops/consumers`, { headers: { authorization: `Bearer ${bearer}` } });
    return answer.status === 200 ? 200 : ((await answer.json()) as { code: string }).code;
  };
  const everywhere = async (bearer: string) =>
    Promise.all([service.url, ...processes.map(({ url }) => url)].map((url) => ask(url, bearer)));
  const revoke = (accountId: string, sessionId: string | null, revokedAt = new Date().toISOString()) =>
    service.publish(SessionRevokedV1, { accountId, sessionId, revokedAt, reason: 'signed-out' });
  const all = (outcome: unknown) => [service, ...processes].map(() => outcome);

  it('decision 2: is refused within a second by every process that had verified its token; another session goes on', async () => {
    const account = newId();
    const otherToken = await token(account, newId());
    expect(await everywhere(otherToken)).toEqual(all(200));
    const endASession = async () => {
      const ended = newId();
      const endedToken = await token(account, ended);
      expect(await everywhere(endedToken)).toEqual(all(200));
      await revoke(account, ended);
      return endedToken;
    };
    await promptly(SECOND_MS, endASession, async (endedToken) =>
      expect(await everywhere(endedToken)).toEqual(all('token-revoked')),
    );
    expect(await everywhere(otherToken)).toEqual(all(200));
  });

  it('decision 2: with every other of its account is refused; a token of afterwards is good', async () => {
    const account = newId();
    const before = [await token(account, newId()), await token(account, undefined)];
    const cut = Date.now();
    const after = await token(account, newId(), cut + 2_000);
    await revoke(account, null, new Date(cut).toISOString());
    for (const bearer of before) {
      await eventually(async () => expect(await everywhere(bearer)).toEqual(all('token-revoked')));
    }
    expect(await everywhere(after)).toEqual(all(200));
    // Heard again, or an older one later: nothing comes back.
    await revoke(account, null, new Date(cut - 3_600_000).toISOString());
    const marker = [newId(), newId()] as const;
    await revoke(...marker);
    const markerToken = await token(...marker);
    await eventually(async () => expect(await everywhere(markerToken)).toEqual(all('token-revoked')));
    expect(await everywhere(before[0] as string)).toEqual(all('token-revoked'));
  });

  it('decision 2: is known to a process that starts afterwards, from its first answer', async () => {
    const [account, session] = [newId(), newId()];
    await revoke(account, session);
    const late = await startProcess();
    expect(await ask(late.url, await token(account, session))).toBe('token-revoked');
  });

  it('decision 2: while the broker is away is not known, and is as soon as the broker is back', async () => {
    const [account, earlier, later] = [newId(), newId(), newId()];
    const [earlierToken, laterToken] = [await token(account, earlier), await token(account, later)];
    await revoke(account, earlier);
    await eventually(async () => expect(await everywhere(earlierToken)).toEqual(all('token-revoked')));
    const { port } = broker;
    await broker.kill();
    expect(await everywhere(earlierToken)).toEqual(all('token-revoked'));
    broker = await startNats({ dataDir, port, users });
    await eventually(() => service.broker.connection.flush());
    await revoke(account, later);
    await eventually(async () => expect(await everywhere(laterToken)).toEqual(all('token-revoked')));
  });

  it('decision 2: is heard of also after the stream was lost and made anew, and after what nobody understands', async () => {
    await service.broker.deleteStreams();
    await service.broker.publishText('staff.session.revoked.v1', 'no event');
    const [account, session] = [newId(), newId()];
    await revoke(account, session);
    const bearer = await token(account, session);
    await eventually(async () => expect(await everywhere(bearer)).toEqual(all('token-revoked')));
  });
});
