import { createHmac } from 'node:crypto';
import { eventually, scrape, startTestService, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportSPKI, importJWK, type CryptoKey } from 'jose';
import { AUDIENCE, TestOidcProvider } from './oidc-provider.js';
import { wardMigrations, WardModule } from './ward.module.js';

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a token of the hospital’s own OpenID provider', () => {
  const provider = new TestOidcProvider();
  const stranger = new TestOidcProvider();
  let ward: TestService;

  beforeAll(async () => {
    await provider.start();
    await stranger.start();
    const trusted = {
      issuer: provider.issuer,
      audience: AUDIENCE,
      rolesClaim: 'realm.roles',
      roleMap: { 'call-centre': 'centre-manager' },
      nameClaim: 'display_name',
    };
    ward = await startTestService({
      service: 'ward',
      module: WardModule,
      migrations: wardMigrations,
      attachments: [],
      environment: { TOKEN_TRUSTED_ISSUERS: JSON.stringify([trusted]) },
    });
  });

  afterAll(async () => {
    delete process.env['TOKEN_TRUSTED_ISSUERS'];
    await ward.stop();
    await provider.stop();
    await stranger.stop();
  });

  const ask = (token: string, path = '/ward/beds') =>
    ward.anonymous().get(path).set('authorization', `Bearer ${token}`);
  const refused = async (token: string) => {
    const { body } = await ask(token).expect(401);
    return (body as { code: string }).code;
  };

  it('ADR 0030: is accepted by its discovered keys, with the roles that were mapped and no others', async () => {
    const token = await provider.token();
    await ask(token).expect(200);
    await ask(token, '/ward/keys').expect(200);
    const added = await ward.anonymous().post('/ward/beds').set('authorization', `Bearer ${token}`).send({
      number: 1,
      name: '一床',
    });
    expect(added.body).toMatchObject({ actor: `${provider.issuer}|console` });
    // Beside it, those of apps/staff go on.
    await ward.api('agent').get('/ward/beds').expect(200);
  });

  it('ADR 0030: for somebody else, or of a provider nobody trusts, is refused', async () => {
    expect(await refused(await provider.token('https://another.example/api'))).toBe('token-invalid');
    expect(await refused(await stranger.token())).toBe('token-invalid');
  });

  it('ADR 0030: altered, unsigned, or signed with the public key as a secret, is refused', async () => {
    const [header, payload, signature] = (await provider.token()).split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const altered = encode({ ...claims, realm: { roles: ['call-centre'] }, sub: 'somebody' });
    const pem = await exportSPKI((await importJWK(await provider.publicKey(), 'RS256')) as CryptoKey);
    const confused = `${encode({ alg: 'HS256', kid: 'first' })}.${payload}`;
    const hmac = createHmac('sha256', pem).update(confused).digest('base64url');
    const tokens = [
      `${header}.${altered}.${signature}`,
      `${encode({ alg: 'none' })}.${payload}.${signature}`,
      `${encode({ alg: 'none' })}.${payload}.`,
      `${confused}.${hmac}`,
      `${encode({ alg: 'RS256', kid: 'first', crit: ['b64'], b64: false })}.${payload}.${signature}`,
      `${encode({ alg: 'RS256', jwk: await stranger.publicKey() })}.${payload}.${signature}`,
    ];
    for (const token of tokens) expect(['token-invalid', 'token-missing']).toContain(await refused(token));
  });

  it('ADR 0030: expires with its hour and the tolerance for its clock', async () => {
    const token = await provider.token();
    await ask(token).expect(200);
    await ward.clock.advance({ seconds: 602 });
    await ask(token).expect(200);
    await ward.clock.advance({ seconds: 10 });
    expect(await refused(token)).toBe('token-expired');
    await ward.clock.reset();
  });

  it('ADR 0030: of absurd length is refused before anybody looks into it', async () => {
    expect(await refused(`${'a'.repeat(9_000)}.b.c`)).toBe('token-invalid');
    expect(await refused(`${encode({ alg: 'RS256' })}.${encode({ iss: provider.issuer })}.${'A'.repeat(4_000)}`)).toBe(
      'token-invalid',
    );
  });

  it('ADR 0030: of the next key is accepted at once, of the last no more; while the provider is away its keys serve on', async () => {
    const before = await provider.token();
    await ask(before).expect(200);
    await provider.rotate();
    const after = await provider.token();
    await eventually(async () => void (await ask(after).expect(200)));
    expect(await refused(before)).toBe('token-invalid');
    const unseen = await provider.token();
    await provider.stop();
    await ask(unseen).expect(200);
  });

  it('ADR 0030: that names a key nobody can ask for is refused, and the metric counts that the keys could not be read', async () => {
    const failures = async () =>
      (await scrape(ward.url)).value('hospital_oidc_key_refresh_failures_total', { issuer: provider.issuer });
    const before = await failures();
    const nameless = `${encode({ alg: 'RS256', kid: 'never-seen' })}.${encode({ iss: provider.issuer })}.AAAA`;
    await eventually(async () => {
      expect(await refused(nameless)).toBe('token-invalid');
      expect(await failures()).toBeGreaterThan(before);
    });
  });
});
