import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SessionRevokedV1 } from '#contracts';
import { eventually, natsUrlAs, ServiceProcess, testEnvironment, type TestService } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import request from 'supertest';
import type { TokenResponse } from '../src/tokens/tokens.dto.js';
import { startStaff } from './staff-service.js';

const PASSWORD = 'correct horse 电池';
const PROGRAM = new URL('./staff-process.ts', import.meta.url);
const KILL_POINT = new URL('../../../libs/testing/src/kill-point.ts', import.meta.url);

let staff: TestService;
beforeAll(async () => {
  staff = await startStaff();
});
beforeEach(() => staff.clock.set('2026-03-02T08:00:00+08:00'));
afterAll(() => staff.stop());

async function login(username: string): Promise<TokenResponse> {
  const body = { username, displayName: username, password: PASSWORD, roles: ['agent'] };
  await staff.api('administrator').post('/staff/accounts').send(body).expect(201);
  const answer = await staff.anonymous().post('/auth/token').send({ username, password: PASSWORD }).expect(200);
  return answer.body as TokenResponse;
}

const refresh = (refreshToken: string) => staff.anonymous().post('/auth/refresh').send({ refreshToken });
const next = async ({ refreshToken }: TokenResponse) => (await refresh(refreshToken).expect(200)).body as TokenResponse;
const sidOf = (token: TokenResponse) => decodeJwt(token.accessToken)['sid'] as string;
const endOf = async (token: TokenResponse) =>
  (await staff.events(SessionRevokedV1)).map(({ data }) => data).find(({ sessionId }) => sessionId === sidOf(token));

describe('a refresh token whose answer got lost', () => {
  it('ADR 0044: is good again for a short while, and what it gives then works on', async () => {
    const first = await login('wang');
    await next(first);
    await staff.clock.advance({ seconds: 20 });
    const found = await next(first);
    expect(sidOf(found)).toBe(sidOf(first));
    await request(staff.url).get('/staff/me').set('authorization', `Bearer ${found.accessToken}`).expect(200);
    await next(await next(found));
    expect(await endOf(first)).toBeUndefined();
  });

  it('ADR 0044: may get lost several times, but asking again does not make the while longer', async () => {
    const first = await login('li');
    await next(first);
    for (const seconds of [10, 10]) {
      await staff.clock.advance({ seconds });
      await next(first);
    }
    await staff.clock.advance({ seconds: 10 });
    await refresh(first.refreshToken).expect(401);
    expect(await endOf(first)).toMatchObject({ reason: 'refresh-token-reused' });
  });

  it('ADR 0044: gives each of two who refresh at once a token, of which one goes on', async () => {
    const first = await login('zhou');
    const answers = await Promise.all([1, 2, 3].map(() => next(first)));
    expect(new Set(answers.map(({ refreshToken }) => refreshToken)).size).toBe(3);
    const [mine, other] = answers as [TokenResponse, TokenResponse];
    const after = await next(mine);
    await refresh(other.refreshToken).expect(401);
    await refresh(after.refreshToken).expect(401);
    expect(await endOf(first)).toMatchObject({ reason: 'refresh-token-reused' });
  });

  it('ADR 0044: outlives a process that died after it had given the next', async () => {
    const first = await login('zhao');
    const directory = mkdtempSync(join(tmpdir(), 'killed-refresh-'));
    const file = join(directory, 'kill-point');
    writeFileSync(file, 'staff session.refreshed 1');
    const { signingKey, jwksUrl } = testEnvironment();
    const victim = await ServiceProcess.start(PROGRAM, {
      ...{ DATABASE_URL: staff.databaseUrl, NATS_URL: natsUrlAs('staff'), JWKS_URL: jwksUrl, LOG_LEVEL: 'warn' },
      ...{ STAFF_SIGNING_KEY: signingKey, CLOCK_OFFSET_FILE: staff.clock.file },
      ...{ NODE_OPTIONS: `--import ${KILL_POINT.href}`, KILL_POINT_FILE: file },
    });
    try {
      await eventually(async () => expect((await victim.get('/health/ready')).status).toBe(200), { timeout: 60_000 });
      const body = JSON.stringify({ refreshToken: first.refreshToken });
      const headers = { 'content-type': 'application/json' };
      await expect(fetch(`${victim.url}/auth/refresh`, { method: 'POST', body, headers })).rejects.toThrow();
      expect(await victim.exited).toMatchObject({ signal: 'SIGKILL' });
      const used: { n: number }[] = await staff.source.query(
        'SELECT count(used_at)::int AS n FROM refresh_token WHERE session_id = $1',
        [sidOf(first)],
      );
      expect(used[0]?.n).toBe(1);
      await next(await next(first));
    } finally {
      victim.signal('SIGKILL');
      rmSync(directory, { recursive: true });
    }
  });
});

describe('a refresh token that two people have', () => {
  it('ADR 0044: ends the session when it comes again after the while', async () => {
    const first = await login('wu');
    const mine = await next(first);
    await staff.clock.advance({ seconds: 30 });
    expect((await refresh(first.refreshToken).expect(401)).body).toMatchObject({ code: 'refresh-refused' });
    await refresh(mine.refreshToken).expect(401);
    expect(await endOf(first)).toMatchObject({ reason: 'refresh-token-reused' });
  });

  it('ADR 0044: ends the session when it comes again after its successor was used, within the while too', async () => {
    const first = await login('zheng');
    const mine = await next(await next(first));
    await refresh(first.refreshToken).expect(401);
    await refresh(mine.refreshToken).expect(401);
    expect(await endOf(first)).toMatchObject({ reason: 'refresh-token-reused' });
  });

  it('ADR 0044: is entered in the audit as a refusal that ended the session of this account', async () => {
    const first = await login('sun');
    const { sub } = decodeJwt(first.accessToken);
    await next(await next(first));
    await refresh(first.refreshToken).expect(401);
    const entries: object[] = await staff.source.query(
      `SELECT operation, status, subject_ids, changes, reason FROM audit_entry
        WHERE subject_ids @> ARRAY[$1] AND operation LIKE 'staff_tokens_%' ORDER BY id`,
      [sub],
    );
    const session = sidOf(first);
    const refreshed = { operation: 'staff_tokens_refresh', status: 200 };
    expect(entries).toMatchObject([
      { operation: 'staff_tokens_issue', status: 200, changes: [{ after: { session } }] },
      refreshed,
      refreshed,
      { ...refreshed, status: 401, reason: 'refresh-token-reused', changes: [{ before: { session } }] },
    ]);
    expect(entries).toHaveLength(4);
  });

  it('made up, is refused and ends nothing', async () => {
    const before = (await staff.events(SessionRevokedV1)).length;
    await refresh('made-up').expect(401);
    expect(await staff.events(SessionRevokedV1)).toHaveLength(before);
  });
});

describe('a sign-in in the audit', () => {
  it('PT-9 is one entry, of the refusal or of the session it began', async () => {
    await login('qian');
    await staff.anonymous().post('/auth/token').send({ username: 'qian', password: 'wrong password' }).expect(401);
    const rows: { status: number; n: number }[] = await staff.source.query(
      `SELECT e.status, count(*)::int AS n FROM audit_entry e JOIN account a ON e.subject_ids = ARRAY[a.id::text]
        WHERE a.username = 'qian' AND e.operation = 'staff_tokens_issue' GROUP BY 1 ORDER BY 1`,
    );
    expect(rows).toEqual([
      { status: 200, n: 1 },
      { status: 401, n: 1 },
    ]);
  });
});
