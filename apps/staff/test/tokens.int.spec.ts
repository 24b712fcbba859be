import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TEST_ISSUER, testEnvironment, type TestService } from '#testing';
import {
  createLocalJWKSet,
  decodeJwt,
  importJWK,
  jwtVerify,
  SignJWT,
  UnsecuredJWT,
  type JSONWebKeySet,
  type JWK,
} from 'jose';
import request from 'supertest';
import type { TokenResponse } from '../src/tokens/tokens.dto.js';
import { startStaff } from './staff-service.js';

const PASSWORD = 'correct horse 电池';

describe('a token of the hospital', () => {
  let staff: TestService;
  beforeAll(async () => {
    staff = await startStaff({ LOGIN_ATTEMPTS: '1000' });
    for (const username of ['li.xiaomei', 'left.us']) {
      const body = { username, displayName: '李晓梅', password: PASSWORD, roles: ['agent', 'mentor'] };
      await staff.api('administrator').post('/staff/accounts').send(body).expect(201);
    }
    await staff.source.query(`UPDATE account SET active = false WHERE username = 'left.us'`);
  });
  beforeEach(() => staff.clock.reset());
  afterAll(() => staff.stop());

  const login = (username: string, password: string) =>
    staff.anonymous().post('/auth/token').send({ username, password });
  const issued = async (): Promise<string> =>
    ((await login('li.xiaomei', PASSWORD).expect(200)).body as TokenResponse).accessToken;
  const me = (token: string) => request(staff.url).get('/staff/me').set('authorization', `Bearer ${token}`);

  it('ORG-1 is given for name and password and says who came', async () => {
    const answer = await login(' Li.Xiaomei ', PASSWORD).expect(200);
    expect(answer.body).toMatchObject({ tokenType: 'Bearer', expiresIn: 1_800 });
    expect((answer.body as TokenResponse).refreshExpiresIn).toBeGreaterThan(28_700);
    expect(answer.headers['cache-control']).toBe('no-store');
    const { body } = await me((answer.body as TokenResponse).accessToken).expect(200);
    expect(body).toMatchObject({ displayName: '李晓梅', roles: ['agent', 'mentor'] });
  });

  it('ORG-1 can be checked by anyone with the published keys, which hold nothing secret', async () => {
    const { body, headers } = await staff.anonymous().get('/.well-known/jwks.json').expect(200);
    const set = body as JSONWebKeySet;
    expect(Object.keys(set.keys[0] ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    expect(headers['cache-control']).toContain('max-age');
    const { payload } = await jwtVerify(await issued(), createLocalJWKSet(set), { audience: TEST_ISSUER });
    expect(payload).toMatchObject({ iss: TEST_ISSUER, name: '李晓梅', roles: ['agent', 'mentor'] });
    expect(Math.ceil((payload.exp ?? 0) - (payload.iat ?? 0))).toBe(1_800);
  });

  it('ORG-1 is refused in the same words for a wrong password, an unknown name and someone who left', async () => {
    const refusals = await Promise.all([
      login('li.xiaomei', 'wrong password'),
      login('nobody.here', PASSWORD),
      login('left.us', PASSWORD),
    ]);
    for (const { status, body, headers } of refusals) {
      expect(status).toBe(401);
      expect(headers['content-type']).toContain('application/problem+json');
      expect(headers['www-authenticate']).toBe('Bearer');
      const { requestId: _own, ...rest } = body as { requestId: string };
      expect(rest).toMatchObject({ code: 'credentials-refused', detail: '用户名或密码错误。' });
    }
  });

  it('ORG-1 takes as long to refuse an unknown name as a wrong password', async () => {
    const times: Record<string, number[]> = { 'li.xiaomei': [], 'nobody.here': [] };
    // By turns, so that whatever else the machine does slows down both.
    for (let round = 0; round < 9; round += 1) {
      for (const [username, taken] of Object.entries(times)) {
        const start = performance.now();
        await login(username, 'wrong password').expect(401);
        taken.push(performance.now() - start);
      }
    }
    // A busy machine makes some of them slower, and none quicker than it is.
    const quickest = (username: string): number => Math.min(...(times[username] ?? []));
    const [known, unknown] = [quickest('li.xiaomei'), quickest('nobody.here')];
    // Hashing takes tens of milliseconds, all the rest a few: without the decoy the ratio is far below.
    expect(unknown / known).toBeGreaterThan(0.6);
    expect(unknown / known).toBeLessThan(1.7);
  });

  it('ORG-1 does not let a flood of logins take the machine', async () => {
    const answers = await Promise.all(Array.from({ length: 90 }, () => login('li.xiaomei', 'wrong password')));
    const statuses = answers.map((answer) => answer.status);
    expect(new Set(statuses)).toEqual(new Set([401, 503]));
    expect(answers.find((answer) => answer.status === 503)?.headers['retry-after']).toBe('2');
    await login('li.xiaomei', PASSWORD).expect(200);
    await login('li.xiaomei', 'x'.repeat(129)).expect(400);
  });

  it('decision 10: is over after half an hour', async () => {
    await staff.clock.set('2026-03-02T08:00:00+08:00');
    const token = await issued();
    await me(token).expect(200);
    // However long the sign-in took: counted from what the token says of itself.
    const { iat = 0, exp = 0 } = decodeJwt(token);
    expect(Math.abs(exp - iat - 30 * 60)).toBeLessThan(5);
    await staff.clock.set(new Date((exp - 30) * 1000).toISOString());
    await me(token).expect(200);
    await staff.clock.set(new Date((exp + 1) * 1000).toISOString());
    const late = await me(token).expect(401);
    expect(late.body).toMatchObject({ code: 'token-expired' });
  });

  describe('that is not ours', () => {
    const hospital = () => importJWK(JSON.parse(testEnvironment().signingKey) as JWK, 'ES256');
    const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const claims = (audience = TEST_ISSUER, issuer = TEST_ISSUER) =>
      new SignJWT({ roles: ['administrator'] })
        .setSubject('x')
        .setIssuer(issuer)
        .setAudience(audience)
        .setExpirationTime('1h')
        .setProtectedHeader({ alg: 'ES256', kid: 'test' });

    it.each([
      ['signed by a stranger under our key’s name', () => claims().sign(stranger)],
      ['for another audience', async () => claims('another-hospital').sign(await hospital())],
      ['of another issuer', async () => claims(TEST_ISSUER, 'another-hospital').sign(await hospital())],
      ['without signature (alg none)', async () => new UnsecuredJWT(decodeJwt(await issued())).encode()],
      ['altered to more roles', async () => withRoles(await issued(), ['administrator'])],
      ['signed with our public key as a shared secret', () => confused(staff)],
      ['no token at all', () => 'abc'],
    ])('ORG-1 is refused when it is %s', async (_what, forge) => {
      const { body } = await me(await forge()).expect(401);
      expect(body).toMatchObject({ code: 'token-invalid' });
    });
  });
});

function withRoles(token: string, roles: string[]): string {
  const [header, , signature] = token.split('.');
  const payload = Buffer.from(JSON.stringify({ ...decodeJwt(token), roles })).toString('base64url');
  return [header, payload, signature].join('.');
}

/** The classic confusion of algorithms: what everybody knows, used as the key of an HMAC. */
async function confused(staff: TestService): Promise<string> {
  const { body } = await staff.anonymous().get('/.well-known/jwks.json');
  const secret = Buffer.from(JSON.stringify((body as JSONWebKeySet).keys[0]));
  return new SignJWT({ roles: ['administrator'] })
    .setProtectedHeader({ alg: 'HS256', kid: 'test' })
    .setSubject('x')
    .setIssuer(TEST_ISSUER)
    .setAudience(TEST_ISSUER)
    .setExpirationTime('1h')
    .sign(secret);
}
