import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt, exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import request from 'supertest';
import type { Account } from '../src/accounts/accounts.dto.js';
import type { SessionPage } from '../src/sessions/sessions.dto.js';
import type { TokenResponse } from '../src/tokens/tokens.dto.js';
import { startStaff } from './staff-service.js';

const PASSWORD = 'correct horse 电池';

describe('a token of another issuer that names an account or a session of ours (ADR 0030)', () => {
  let staff: TestService;
  let issuer: string;
  let server: Server;
  let key: CryptoKey;
  let owner: Account;
  let session: TokenResponse;

  beforeAll(async () => {
    const pair = await generateKeyPair('ES256');
    key = pair.privateKey;
    const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'foreign', alg: 'ES256' }] });
    server = createServer((_request, response) => response.end(jwks)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const trusted = { issuer, audience: 'hospital', jwksUrl: `${issuer}/jwks`, roleMap: { nurse: 'agent' } };
    staff = await startStaff({ TOKEN_TRUSTED_ISSUERS: JSON.stringify([trusted]) });
    const body = { username: 'lin', displayName: 'lin', password: PASSWORD, roles: ['agent'] };
    owner = (await staff.api('administrator').post('/staff/accounts').send(body).expect(201)).body as Account;
    const answer = await staff.anonymous().post('/auth/token').send({ username: 'lin', password: PASSWORD });
    session = answer.body as TokenResponse;
  });
  afterAll(async () => {
    delete process.env['TOKEN_TRUSTED_ISSUERS'];
    await staff.stop();
    server.close();
  });

  async function stranger(sub: string) {
    const now = Math.floor(Date.now() / 1000);
    const token = await new SignJWT({ roles: ['nurse'], sid: decodeJwt(session.accessToken)['sid'] })
      .setProtectedHeader({ alg: 'ES256', kid: 'foreign' })
      .setIssuer(issuer)
      .setAudience('hospital')
      .setSubject(sub)
      .setIssuedAt(now - 1)
      .setExpirationTime(now + 600)
      .sign(key);
    return request.agent(staff.url).set('authorization', `Bearer ${token}`);
  }

  it('is somebody else, with no notifications of that person', async () => {
    const caller = await stranger(owner.id);
    expect((await caller.get('/staff/me').expect(200)).body).toMatchObject({ id: `${issuer}|${owner.id}` });
    await caller.get('/staff/notifications').expect(404);
  });

  it('neither sees nor ends the sessions of that account', async () => {
    const caller = await stranger(owner.id);
    expect(((await caller.get('/staff/sessions').expect(200)).body as SessionPage).items).toEqual([]);
    await caller.get(`/staff/sessions?account=${owner.id}`).expect(403);
    await caller.delete(`/staff/sessions/${String(decodeJwt(session.accessToken)['sid'])}`).expect(404);
    expect((await caller.post('/auth/logout').expect(409)).body).toMatchObject({ code: 'no-session' });
    await request(staff.url).get('/staff/me').set('authorization', `Bearer ${session.accessToken}`).expect(200);
  });

  it('is refused with a subject beyond what OpenID Connect allows', async () => {
    await (await stranger('x'.repeat(255))).get('/staff/me').expect(200);
    const { body } = await (await stranger('x'.repeat(256))).get('/staff/me').expect(401);
    expect(body).toMatchObject({ code: 'token-invalid' });
  });
});
