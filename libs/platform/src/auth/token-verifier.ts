import { Injectable } from '@nestjs/common';
import { ROLES, type Role } from '#contracts';
import { decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose';
import { Clock } from '../clock/clock.js';
import { ServiceConfig } from '../config/service-config.js';
import { Metrics } from '../metrics/metrics.js';
import { Problem } from '../problems/problem.js';
import { claimOf, rolesOf } from './claims.rules.js';
import { IssuerFailures } from './issuer-failures.js';
import { IssuerKeys, IssuerUnreachableError } from './issuer-keys.js';
import { Revocations } from './revocations.js';
import { subjectOf } from './subject.rules.js';
import { TokenCache } from './token-cache.js';
import type { TokenSession } from './token-session.js';
import type { TrustedIssuer } from './trusted-issuer.js';

const CACHE_LIMIT = 10_000;
/** A token of ours has some 500 characters, one of a large OIDC provider 4,000. */
const LONGEST_TOKEN = 8_192;

const OUR_ROLES: ReadonlyMap<string, Role> = new Map(ROLES.map((role) => [role, role]));

interface Source extends TrustedIssuer {
  keys: IssuerKeys;
  roles: ReadonlyMap<string, Role>;
}

const CHALLENGE = { headers: { 'www-authenticate': 'Bearer' } };
const invalid = () => new Problem(401, 'token-invalid', {}, CHALLENGE);

/**
 * Verifies bearer tokens of every issuer we trust. A verified one is remembered until it expires, its session is
 * revoked, or its issuer's keys change (ADR 0030).
 */
@Injectable()
export class TokenVerifier {
  private readonly lookups;
  private readonly sources = new Map<string, Source>();
  private readonly verified = new TokenCache(CACHE_LIMIT);

  constructor(
    private readonly config: ServiceConfig,
    private readonly clock: Clock,
    private readonly revocations: Revocations,
    metrics: Metrics,
  ) {
    this.lookups = metrics.counter('hospital_token_lookups_total', 'Tokens by whether they were known.', ['outcome']);
    const failures = new IssuerFailures(
      metrics.counter(
        'hospital_oidc_key_refresh_failures_total',
        'Looks at the keys of an issuer of tokens that failed.',
        ['issuer'],
      ),
    );
    for (const issuer of config.trustedIssuers) {
      const roles = issuer.roleMap ? new Map(Object.entries(issuer.roleMap)) : OUR_ROLES;
      this.sources.set(issuer.issuer, {
        ...issuer,
        roles,
        keys: new IssuerKeys(issuer, (error) => failures.tell(issuer.issuer, error)),
      });
    }
  }

  /** @throws Problem 401 naming why the token is not accepted; 503 when the keys cannot be fetched. */
  async verify(token: string): Promise<TokenSession> {
    if (token.length > LONGEST_TOKEN) throw invalid();
    const session = await this.sessionOf(token);
    if (session.expiresAt <= this.clock.now().getTime() / 1000) throw expired();
    this.requireLive(session);
    return session;
  }

  /** @throws Problem 401 when the session was revoked, as far as this process has heard. */
  requireLive(session: TokenSession): void {
    if (this.revocations.covers(session)) throw new Problem(401, 'token-revoked', {}, CHALLENGE);
  }

  private async sessionOf(token: string): Promise<TokenSession> {
    const digest = TokenCache.digest(token);
    const known = this.verified.get(digest);
    const keys = known && this.sources.get(known.issuer)?.keys;
    keys?.refreshWhenOld();
    const hit = known !== undefined && keys?.version === known.keyVersion;
    this.lookups.inc({ outcome: hit ? 'hit' : 'miss' });
    if (hit) return known.session;
    this.verified.delete(digest);
    const source = this.sourceOf(token);
    const session = sessionIn(await this.check(token, source), source);
    this.verified.set(digest, { session, issuer: source.issuer, keyVersion: source.keys.version });
    return session;
  }

  /** Whom the token claims to be from; nothing else in it is believed before its signature is checked. */
  private sourceOf(token: string): Source {
    if (this.sources.size === 0) {
      throw new Problem(401, 'token-issuer-unknown', {}, CHALLENGE);
    }
    try {
      const source = this.sources.get(String(decodeJwt(token).iss));
      if (source) return source;
    } catch {
      // No JWT at all: it is refused like one of a stranger.
    }
    throw invalid();
  }

  private async check(token: string, source: Source): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, (header) => source.keys.keyFor(header), {
        issuer: source.issuer,
        audience: source.audience,
        algorithms: source.algorithms,
        requiredClaims: ['sub', 'exp', 'iat'],
        clockTolerance: source.clockToleranceSeconds,
        currentDate: this.clock.now(),
      });
      // A token that outlives what we remember of ended sessions could not be revoked.
      if (Number(payload.exp) - Number(payload.iat) > this.config.tokenLongestLifeSeconds) throw invalid();
      return payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw expired();
      if (error instanceof IssuerUnreachableError) throw unreachable();
      if (error instanceof errors.JOSEError || error instanceof TypeError) throw invalid();
      throw error;
    }
  }
}

/** @throws Problem 401 for a subject that names nobody */
function sessionIn(claims: JWTPayload, source: Source): TokenSession {
  const name = claimOf(claims, source.nameClaim);
  // Only of apps/staff the roles are ours already.
  const foreign = source.roleMap === undefined ? undefined : source.issuer;
  const id = subjectOf(claims.sub, foreign);
  if (id === undefined) throw invalid();
  return {
    actor: {
      id,
      name: typeof name === 'string' ? name : '',
      roles: rolesOf(claimOf(claims, source.rolesClaim), source.roles),
    },
    sessionId: subjectOf(claims['sid'], foreign),
    issuedAt: claims.iat ?? 0,
    expiresAt: (claims.exp ?? 0) + source.clockToleranceSeconds,
  };
}

function expired(): Problem {
  return new Problem(401, 'token-expired', {}, CHALLENGE);
}

function unreachable(): Problem {
  return new Problem(
    503,
    'token-issuer-unreachable',
    {},
    {
      headers: { 'retry-after': '2' },
    },
  );
}
