import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually, startTestService, testEnvironment, TEST_ACCOUNT, TEST_ISSUER, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import { wardMigrations, WardModule } from './ward.module.js';

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;

/** An issuer whose keys and health a test decides. */
class Issuer {
  keys: JWK[] = [];
  asked = 0;
  answer: 'keys' | 'error' | 'nonsense' = 'keys';
  private server: Server | undefined;

  async listen(): Promise<string> {
    this.server = createServer((_request, response) => {
      this.asked += 1;
      if (this.answer === 'error') response.statusCode = 500;
      response.end(this.answer === 'nonsense' ? '{"hello":"world"}' : JSON.stringify({ keys: this.keys }));
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/keys`;
  }

  async publish(kid: string, pair: Pair): Promise<void> {
    this.keys.push({ ...(await exportJWK(pair.publicKey)), kid, alg: 'ES256', use: 'sig' });
  }

  close(): Promise<void> {
    return new Promise((resolve) => (this.server ? this.server.close(() => resolve()) : resolve()));
  }
}

const now = () => Math.floor(performance.timeOrigin / 1000 + performance.now() / 1000);

function sign(key: CryptoKey | Uint8Array, kid: string, claims: JWTPayload = {}, alg = 'ES256'): Promise<string> {
  const payload = {
    sub: TEST_ACCOUNT,
    iss: TEST_ISSUER,
    aud: TEST_ISSUER,
    iat: now(),
    exp: now() + 600,
    roles: ['agent'],
  };
  return new SignJWT({ ...payload, ...claims }).setProtectedHeader({ alg, kid }).sign(key);
}

describe('a service asked with a token', () => {
  let ward: TestService;
  let key: CryptoKey;
  const ask = (token: string | undefined, path = '/ward/beds') => {
    const request = ward.anonymous().get(path);
    return token === undefined ? request : request.set('authorization', `Bearer ${token}`);
  };

  beforeAll(async () => {
    ward = await startTestService({ service: 'ward', module: WardModule, migrations: wardMigrations, attachments: [] });
    key = (await importJWK(JSON.parse(testEnvironment().signingKey) as JWK, 'ES256')) as CryptoKey;
  });

  afterAll(() => ward.stop());

  it('lets a valid one in', async () => {
    await ask(await sign(key, 'test')).expect(200);
  });

  it.each([undefined, '', 'two words', 'Ärger'])('says that one is missing: %j', async (token) => {
    const answer = await ask(token && encodeURI(token).replaceAll('%20', ' ')).expect(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(answer.body.code).toMatch(/^token-(missing|invalid)$/);
  });

  it('names an expired one as expired, also by the moved clock of a test', async () => {
    const answer = await ask(await sign(key, 'test', { exp: now() - 1 })).expect(401);
    expect(answer.body.code).toBe('token-expired');
    const token = await sign(key, 'test');
    await ask(token).expect(200);
    await ward.clock.advance({ minutes: 11 });
    expect((await ask(token).expect(401)).body.code).toBe('token-expired');
    await ward.clock.reset();
  });

  it('refuses what was altered, unsigned, or signed by anybody else', async () => {
    const [header, payload, signature] = (await sign(key, 'test')).split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as JWTPayload;
    const altered = Buffer.from(JSON.stringify({ ...claims, roles: ['administrator'] })).toString('base64url');
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    const stranger = await generateKeyPair('ES256');
    const publicKey = new TextEncoder().encode(JSON.stringify(await exportJWK(stranger.publicKey)));
    const tokens = [
      `${header}.${altered}.${signature}`,
      `${header}.${payload}.`,
      `${none}.${payload}.`,
      `${none}.${altered}.${signature}`,
      await sign(stranger.privateKey, 'test'),
      await sign(stranger.privateKey, 'unheard-of'),
      await sign(publicKey, 'test', {}, 'HS256'),
    ];
    for (const token of tokens) expect((await ask(token).expect(401)).body.code).toMatch(/token-(invalid|missing)/);
  });

  it('refuses another issuer, another audience, a time to come, and nobody', async () => {
    const faults: JWTPayload[] = [
      { iss: 'https://elsewhere.example' },
      { aud: 'another-product' },
      { nbf: now() + 600 },
      { sub: undefined },
      { sub: '' },
      { sub: 'x'.repeat(256) },
      { sub: 'a\0b' },
      { exp: undefined },
      { iat: undefined },
      { iat: now() - 315_360_000 },
    ];
    for (const fault of faults) {
      expect((await ask(await sign(key, 'test', fault)).expect(401)).body.code).toBe('token-invalid');
    }
  });

  it('lets through the roles an endpoint names, and takes no role it does not know', async () => {
    const path = '/ward/keys';
    await ask(ward.token('administrator'), path).expect(200);
    await ask(ward.token('centre-manager'), path).expect(200);
    const refused = await ask(ward.token('agent'), path).expect(403);
    expect(refused.body).toMatchObject({ code: 'right-required', right: 'rosters.write' });
    for (const roles of [[], ['Administrator'], 'administrator', { 0: 'administrator' }, [['administrator']]]) {
      await ask(await sign(key, 'test', { roles }), path).expect(403);
    }
  });
});

describe('a service whose issuer changes', () => {
  const issuer = new Issuer();
  const start = async () =>
    startTestService({
      service: 'ward',
      module: WardModule,
      migrations: wardMigrations,
      attachments: [],
      environment: { JWKS_URL: await issuer.listen() },
    });
  const ask = (ward: TestService, token: string) =>
    ward.anonymous().get('/ward/beds').set('authorization', `Bearer ${token}`);

  it('follows it to another key within seconds, and says 503 while the keys cannot be had', async () => {
    const [first, second] = [await generateKeyPair('ES256'), await generateKeyPair('ES256')];
    const ward = await start();
    const token = await sign(first.privateKey, 'first');
    for (const answer of ['error', 'nonsense'] as const) {
      issuer.answer = answer;
      const before = issuer.asked;
      await eventually(async () => {
        const refused = await ask(ward, token).expect(503);
        expect(refused.body.code).toBe('token-issuer-unreachable');
        expect(refused.headers['retry-after']).toBe('2');
        expect(issuer.asked).toBeGreaterThan(before);
      });
    }
    issuer.answer = 'keys';
    await issuer.publish('first', first);
    await eventually(async () => void (await ask(ward, token).expect(200)));
    issuer.keys = [];
    await issuer.publish('second', second);
    const rotated = await sign(second.privateKey, 'second');
    await eventually(async () => void (await ask(ward, rotated).expect(200)));
    // Tokens of the key that was taken away, one never seen and one verified before.
    await ask(ward, await sign(first.privateKey, 'first', { jti: 'new' })).expect(401);
    await ask(ward, token).expect(401);
    const asked = issuer.asked;
    const began = performance.now();
    for (let n = 0; n < 50; n += 1) await ask(ward, await sign(first.privateKey, `made-up-${n}`)).expect(401);
    // One a second at the most, however long fifty take.
    expect(issuer.asked - asked).toBeLessThanOrEqual((performance.now() - began) / 1_000 + 1);
    await issuer.close();
    // Known keys serve on while the issuer is away.
    await ask(ward, await sign(second.privateKey, 'second', { jti: 'new' })).expect(200);
    await ward.stop();
  });
});
