import { generateKeyPairSync } from 'node:crypto';
import { SessionRevokedV1 } from '#contracts';
import { testEnvironment, type TestService } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import request from 'supertest';
import type { Account } from '../src/accounts/accounts.dto.js';
import type { SessionPage } from '../src/sessions/sessions.dto.js';
import type { TokenResponse } from '../src/tokens/tokens.dto.js';
import { startStaff } from './staff-service.js';

const PASSWORD = 'correct horse 电池';

let staff: TestService;
beforeAll(async () => {
  staff = await startStaff();
  await account('chief', 'administrator');
});
beforeEach(() => staff.clock.reset());
afterAll(() => staff.stop());

async function account(username: string, role = 'agent'): Promise<Account> {
  const body = { username, displayName: username, password: PASSWORD, roles: [role] };
  return (await staff.api('administrator').post('/staff/accounts').send(body).expect(201)).body as Account;
}

async function login(username: string, password = PASSWORD): Promise<TokenResponse> {
  const answer = await staff
    .anonymous()
    .post('/auth/token')
    .set('x-client-address', '10.2.3.4')
    .set('user-agent', 'Ward console')
    .send({ username, password })
    .expect(200);
  return answer.body as TokenResponse;
}

const refresh = (refreshToken: string) => staff.anonymous().post('/auth/refresh').send({ refreshToken });
const as = (token: TokenResponse) => request.agent(staff.url).set('authorization', `Bearer ${token.accessToken}`);
const sidOf = (token: TokenResponse) => decodeJwt(token.accessToken)['sid'] as string;
const ended = async () => (await staff.events(SessionRevokedV1)).map((event) => event.data);

async function sessionsOf(token: TokenResponse): Promise<SessionPage['items']> {
  return ((await as(token).get('/staff/sessions').expect(200)).body as SessionPage).items;
}

describe('a session', () => {
  it('decision 10: begins with a login, and its owner sees from where', async () => {
    await account('wang');
    const [desk, phone] = [await login('wang'), await login('wang')];
    const list = await sessionsOf(phone);
    expect(list.map((each) => [each.id, each.current])).toEqual([
      [sidOf(phone), true],
      [sidOf(desk), false],
    ]);
    expect(list[0]).toMatchObject({ clientAddress: '10.2.3.4', userAgent: 'Ward console' });
  });

  it('decision 10: goes on with the next refresh token, with the roles of now', async () => {
    const { id } = await account('li');
    const first = await login('li');
    await staff.source.query(`UPDATE account SET display_name = '李' WHERE id = $1`, [id]);
    const next = (await refresh(first.refreshToken).expect(200)).body as TokenResponse;
    expect(next.refreshToken).not.toBe(first.refreshToken);
    expect(decodeJwt(next.accessToken)).toMatchObject({ sid: sidOf(first), sub: id, name: '李' });
    await refresh(next.refreshToken).expect(200);
    const stored: { hash: string }[] = await staff.source.query('SELECT hash FROM refresh_token');
    expect(stored.some((row) => row.hash === next.refreshToken)).toBe(false);
  });

  it('decision 10: is over after eight idle hours, and after a day however it is used', async () => {
    await account('zheng');
    await staff.clock.set('2026-03-02T08:00:00+08:00');
    const idle = await login('zheng');
    let used = await login('zheng');
    for (const time of ['2026-03-02T15:59:00', '2026-03-02T23:30:00', '2026-03-03T07:00:00']) {
      await staff.clock.set(`${time}+08:00`);
      used = (await refresh(used.refreshToken).expect(200)).body as TokenResponse;
    }
    await refresh(idle.refreshToken).expect(401);
    expect(used.refreshExpiresIn).toBeLessThan(3_700);
    await staff.clock.set('2026-03-03T08:00:30+08:00');
    await refresh(used.refreshToken).expect(401);
  });

  it('decision 10: is ended by signing out, by its owner from elsewhere, and by an administrator', async () => {
    const { id } = await account('sun');
    const [a, b, c] = [await login('sun'), await login('sun'), await login('sun')];
    await as(a).post('/auth/logout').expect(204);
    await refresh(a.refreshToken).expect(401);
    await as(b)
      .delete(`/staff/sessions/${sidOf(c)}`)
      .expect(204);
    await refresh(c.refreshToken).expect(401);
    await staff.api('administrator').delete(`/staff/accounts/${id}/sessions`).expect(204);
    await refresh(b.refreshToken).expect(401);
    const reasons = (await ended()).filter((each) => each.accountId === id).map((each) => each.reason);
    expect(reasons).toEqual(['signed-out', 'ended-by-owner', 'ended-by-administrator']);
    expect((await staff.api('agent').post('/auth/logout').expect(409)).body).toMatchObject({ code: 'no-session' });
  });

  it('PT-9: that ends, or that somebody else tried to end, is entered under the account it belongs to', async () => {
    const { id } = await account('shen');
    const [first, second, third] = [await login('shen'), await login('shen'), await login('shen')];
    await account('nosy');
    await as(await login('nosy'))
      .delete(`/staff/sessions/${sidOf(first)}`)
      .expect(404);
    await as(second)
      .delete(`/staff/sessions/${sidOf(first)}`)
      .expect(204);
    await as(await login('chief'))
      .delete(`/staff/sessions/${sidOf(second)}`)
      .expect(204);
    await as(third).post('/auth/logout').expect(204);
    const entries: object[] = await staff.source.query(
      `SELECT subject_ids, status, params FROM audit_entry
        WHERE operation IN ('staff_sessions_end', 'staff_tokens_signOut') AND subject_ids @> ARRAY[$1] ORDER BY id`,
      [id],
    );
    const one = (status: number, params: object) => ({ subject_ids: [id], status, params });
    expect(entries).toEqual([
      one(404, { id: sidOf(first) }),
      one(204, { id: sidOf(first) }),
      one(204, { id: sidOf(second) }),
      one(204, {}),
    ]);
  });

  it('decision 10: is nobody else’s business without the right', async () => {
    const { id } = await account('qian');
    const other = await login('qian');
    await account('feng');
    const own = await login('feng');
    await as(own).get(`/staff/sessions?account=${id}`).expect(403);
    await as(own).get('/staff/sessions?everybody=true').expect(403);
    await as(own)
      .delete(`/staff/sessions/${sidOf(other)}`)
      .expect(404);
    await as(own).delete(`/staff/accounts/${id}/sessions`).expect(403);
    const all = await staff.api('administrator').get('/staff/sessions?everybody=true&limit=200').expect(200);
    expect((all.body as SessionPage).items.map((each) => each.id)).toContain(sidOf(other));
    await staff
      .api('administrator')
      .delete(`/staff/sessions/${sidOf(other)}`)
      .expect(204);
  });

  it.each([
    ['account-deactivated', { active: false }],
    ['roles-changed', { roles: ['mentor'] }],
  ])('ORG-1 ends in the same transaction: %s', async (reason, change) => {
    const { id } = await account(reason);
    const token = await login(reason);
    const patch = (body: object, version: number) =>
      staff.api('administrator').patch(`/staff/accounts/${id}`).set('if-match', `"${version}"`).send(body);
    await patch({ displayName: 'another name' }, 1).expect(200);
    const next = (await refresh(token.refreshToken).expect(200)).body as TokenResponse;
    await patch(change, 2).expect(200);
    await refresh(next.refreshToken).expect(401);
    expect((await ended()).at(-1)).toMatchObject({ accountId: id, sessionId: sidOf(token), reason });
  });
});

describe('signing keys', () => {
  it('decision 10: change without a gap: the other key is published beside the current one', async () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
    const replica = await startStaff({ STAFF_OTHER_SIGNING_KEY: JSON.stringify({ ...other, kid: 'next' }) }, staff);
    delete process.env['STAFF_OTHER_SIGNING_KEY'];
    const { body } = await replica.anonymous().get('/.well-known/jwks.json').expect(200);
    const keys = (body as { keys: { kid: string; d?: string }[] }).keys;
    expect(keys.map((key) => key.kid)).toEqual(['test', 'next']);
    expect(keys.every((key) => key.d === undefined)).toBe(true);
    expect(testEnvironment().signingKey).not.toContain(keys[1]?.kid);
    await replica.stop();
  });
});
