import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ROLES, type Role } from '#contracts';
import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import { Clock } from '../clock/clock.js';
import { ServiceConfig } from '../config/service-config.js';
import type { Actor } from '../context/request-context.js';
import { Problem } from '../problems/problem.js';

const CACHE_LIMIT = 10_000;
/** A verified token is trusted this long without another look, so that a changed key is noticed. */
const CACHE_SECONDS = 60;

/** A token of an unknown key makes us look again, once a second; the keys we have stay good while the issuer is away. */
const KEY_SET = { cacheMaxAge: Number.POSITIVE_INFINITY, cooldownDuration: 1_000 };

const unauthorized = (code: string, detail: string) =>
  new Problem(401, code, detail, { headers: { 'www-authenticate': 'Bearer' } });

function actorOf(claims: JWTPayload): Actor {
  const roles = Array.isArray(claims['roles']) ? claims['roles'] : [];
  return {
    id: claims.sub ?? '',
    name: typeof claims['name'] === 'string' ? claims['name'] : '',
    roles: roles.filter((role): role is Role => (ROLES as readonly unknown[]).includes(role)),
  };
}

/** Verifies bearer tokens against the issuer's JWKS; a verified one is remembered for a short while. */
@Injectable()
export class TokenVerifier {
  private readonly keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  private readonly verified = new Map<string, { actor: Actor; until: number }>();

  constructor(
    private readonly config: ServiceConfig,
    private readonly clock: Clock,
  ) {
    this.keys = config.jwksUrl === undefined ? undefined : createRemoteJWKSet(new URL(config.jwksUrl), KEY_SET);
  }

  /** @throws Problem 401 naming why the token is not accepted; 503 when the keys cannot be fetched. */
  async verify(token: string): Promise<Actor> {
    const digest = createHash('sha256').update(token).digest('base64');
    const now = this.clock.now().getTime() / 1000;
    const known = this.verified.get(digest);
    if (known && known.until > now) return known.actor;
    const claims = await this.check(token);
    const actor = actorOf(claims);
    this.remember(digest, actor, Math.min(claims.exp ?? 0, now + CACHE_SECONDS));
    return actor;
  }

  private async check(token: string): Promise<JWTPayload> {
    if (!this.keys) throw unauthorized('token-issuer-unknown', 'This service has no token issuer configured.');
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer: this.config.tokenIssuer,
        audience: this.config.tokenAudience,
        algorithms: ['ES256', 'RS256', 'EdDSA'],
        requiredClaims: ['sub', 'exp'],
        currentDate: this.clock.now(),
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw unauthorized('token-expired', 'The token has expired.');
      if (isTokenFault(error)) throw unauthorized('token-invalid', 'The token is not valid here.');
      throw new Problem(503, 'token-issuer-unreachable', 'The token issuer cannot be reached.', {
        headers: { 'retry-after': '2' },
      });
    }
  }

  private remember(digest: string, actor: Actor, until: number): void {
    if (this.verified.size >= CACHE_LIMIT) this.verified.clear();
    this.verified.set(digest, { actor, until });
  }
}

/** Fetching the keys failed, or what came is no key set: no fault of the token. */
const ISSUER_FAULTS: readonly string[] = [errors.JWKSTimeout.code, errors.JWKSInvalid.code, errors.JOSEError.code];

function isTokenFault(error: unknown): boolean {
  return error instanceof errors.JOSEError && !ISSUER_FAULTS.includes(error.code);
}
