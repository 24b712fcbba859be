import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ConfigurationError, loadConfig } from '#platform';
import { calculateJwkThumbprint } from 'jose';
import { StaffConfig } from '../staff.config.js';
import { SigningKey } from './signing-key.js';

const jwkOf = (curve: string) => generateKeyPairSync('ec', { namedCurve: curve }).privateKey.export({ format: 'jwk' });
const key = jwkOf('P-256');

function configured(signingKey: string | undefined): StaffConfig {
  return loadConfig(StaffConfig, {
    DATABASE_URL: 'postgres://x',
    ...(signingKey && { STAFF_SIGNING_KEY: signingKey }),
  });
}

describe('the key that signs tokens', () => {
  it('ORG-1 shows the world its public half only, named by its thumbprint', async () => {
    const { publicKey } = new SigningKey(JSON.stringify(key));
    expect(publicKey).toEqual({
      kty: 'EC',
      crv: 'P-256',
      x: key.x,
      y: key.y,
      kid: publicKey.kid,
      alg: 'ES256',
      use: 'sig',
    });
    expect(publicKey.kid).toBe(await calculateJwkThumbprint(key));
  });

  it('ORG-1 keeps a name it was given', () => {
    expect(new SigningKey(JSON.stringify({ ...key, kid: 'march' })).publicKey.kid).toBe('march');
  });

  it.each([
    ['none at all', undefined],
    ['no JSON', 'secret'],
    ['a public key', JSON.stringify({ kty: key.kty, crv: key.crv, x: key.x, y: key.y })],
    ['another curve', JSON.stringify(jwkOf('P-384'))],
    [
      'an RSA key',
      JSON.stringify(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })),
    ],
    ['a shared secret', JSON.stringify({ kty: 'oct', k: 'c2VjcmV0' })],
  ])('ORG-1 is refused at the start when it is %s, and never printed', (_what, signingKey) => {
    expect(() => configured(signingKey)).toThrow(ConfigurationError);
    expect(() => configured(signingKey)).toThrow(/STAFF_SIGNING_KEY: must be an ES256 private key/);
    if (signingKey !== undefined) {
      expect(() => configured(signingKey)).not.toThrow(signingKey);
    }
  });
});
