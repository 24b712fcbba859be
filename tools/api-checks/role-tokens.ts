import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '#contracts';
import { importJWK, SignJWT, type JWK } from 'jose';

const ISSUER = 'hospital-customer-service';

/** Signs tokens as apps/staff of a running stack would, for any roles. */
export async function tokenSigner(dataDir: string): Promise<(...roles: Role[]) => Promise<string>> {
  const { staffSigningKey } = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as {
    staffSigningKey: string;
  };
  const jwk = JSON.parse(staffSigningKey) as JWK;
  const key = await importJWK(jwk, 'ES256');
  return (...roles) =>
    new SignJWT({ roles, name: '核对员' })
      .setProtectedHeader({ alg: 'ES256', kid: jwk.kid })
      .setSubject('0198f6a2-0000-7000-8000-0000000000aa')
      .setIssuer(ISSUER)
      .setAudience(ISSUER)
      .setIssuedAt()
      .setExpirationTime('30m')
      .sign(key);
}
