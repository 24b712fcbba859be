import type { Role } from '#contracts';
import { importJWK, SignJWT, type JWK } from 'jose';

export const TEST_ISSUER = 'hospital-customer-service';

/** The account a test token of these roles belongs to. */
export const TEST_ACCOUNT = '0198f6a2-0000-7000-8000-000000000001';

/** Ten years, as a setting: the tests move time. */
export const TEST_TOKEN_LIFE_SECONDS = '315360000';

export interface TestClaims {
  sub?: string;
  sid?: string;
}

/** A valid token of the test issuer with these roles. */
export async function signTestToken(
  signingKey: string,
  roles: Role[],
  issuedAt: Date,
  claims: TestClaims = {},
): Promise<string> {
  const key = await importJWK(JSON.parse(signingKey) as JWK, 'ES256');
  const now = Math.floor(issuedAt.getTime() / 1000);
  return new SignJWT({ roles, name: '测试员', sid: claims.sid })
    .setProtectedHeader({ alg: 'ES256', kid: 'test' })
    .setSubject(claims.sub ?? TEST_ACCOUNT)
    .setIssuer(TEST_ISSUER)
    .setAudience(TEST_ISSUER)
    .setIssuedAt(now)
    .setExpirationTime(now + Number(TEST_TOKEN_LIFE_SECONDS))
    .sign(key);
}
