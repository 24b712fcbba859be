import { generateKeyPairSync } from 'node:crypto';

/** An ES256 key as `signTestToken` wants one, for the `STAFF_SIGNING_KEY` of a hospital that is to believe its tokens. */
export function freshSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid: 'test', alg: 'ES256', use: 'sig' });
}
