import { ROLES, type Role } from '#contracts';
import { ValidateBy } from 'class-validator';

/** Signatures with a public key only: never `none`, never a shared secret. */
export const ALGORITHMS = ['ES256', 'ES384', 'ES512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'EdDSA'];

/** Somebody whose tokens are accepted, and how they are read (ADR 0030). */
export interface TrustedIssuer {
  /** Exactly the `iss` of its tokens. */
  issuer: string;
  audience: string;
  /** Where its keys are; without it, its discovery document tells. */
  jwksUrl?: string;
  algorithms: string[];
  /** The claim that holds its roles: a name, or a path with dots (`realm_access.roles`). */
  rolesClaim: string;
  /** Its role → ours. Without it the roles are ours already; with it, what is not named counts for nothing. */
  roleMap?: Record<string, Role>;
  nameClaim: string;
  /** How far its clock may be off, in seconds. */
  clockToleranceSeconds: number;
}

const DEFAULTS = { algorithms: ['RS256', 'ES256'], rolesClaim: 'roles', nameClaim: 'name', clockToleranceSeconds: 5 };
const FIELDS = new Set(['issuer', 'audience', 'jwksUrl', 'roleMap', ...Object.keys(DEFAULTS)]);
/** It is part of the id of everybody it names. */
const LONGEST_ISSUER = 255;
/** Keys fetched over a network without TLS could be anybody's. */
const SAFE_URL = /^(?:https:\/\/|http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?(?:\/|$))[^\s]*/;

/** Reads TOKEN_TRUSTED_ISSUERS. @throws Error that says what is wrong. */
export function parseTrustedIssuers(json: string): TrustedIssuer[] {
  const list: unknown = JSON.parse(json);
  if (!Array.isArray(list)) throw new Error('must be a JSON array');
  const issuers = list.map((entry: unknown) => trustedIssuer(entry));
  if (new Set(issuers.map(({ issuer }) => issuer)).size < issuers.length) throw new Error('an issuer is named twice');
  return issuers;
}

function trustedIssuer(entry: unknown): TrustedIssuer {
  if (typeof entry !== 'object' || entry === null) throw new Error('each issuer must be an object');
  const unknown = Object.keys(entry).filter((field) => !FIELDS.has(field));
  if (unknown.length > 0) throw new Error(`unknown field ${unknown.join(', ')}`);
  const issuer = { ...DEFAULTS, ...entry } as TrustedIssuer;
  for (const field of ['issuer', 'audience', 'rolesClaim', 'nameClaim'] as const) {
    if (typeof issuer[field] !== 'string' || issuer[field] === '') throw new Error(`${field} must be text`);
  }
  if (issuer.issuer.length > LONGEST_ISSUER) throw new Error(`issuer must not be longer than ${LONGEST_ISSUER}`);
  if (!SAFE_URL.test(issuer.jwksUrl ?? issuer.issuer)) throw new Error('issuer or jwksUrl must be an https URL');
  requireAlgorithms(issuer.algorithms);
  requireRoleMap(issuer.roleMap);
  const tolerance = issuer.clockToleranceSeconds;
  if (!Number.isInteger(tolerance) || tolerance < 0 || tolerance > 300)
    throw new Error('clockToleranceSeconds: 0 to 300');
  return issuer;
}

function requireAlgorithms(algorithms: unknown): void {
  const fit =
    Array.isArray(algorithms) &&
    algorithms.length > 0 &&
    algorithms.every((name: unknown) => (ALGORITHMS as unknown[]).includes(name));
  if (!fit) throw new Error(`algorithms must be among ${ALGORITHMS.join(', ')}`);
}

/** A stranger's role means what we say it means, so it must be said. */
function requireRoleMap(map: unknown): void {
  const fit = typeof map === 'object' && map !== null && !Array.isArray(map);
  if (!fit) throw new Error('roleMap must say which of our roles each of its roles is');
  const unknown = Object.values(map).filter((role) => !(ROLES as readonly unknown[]).includes(role));
  if (unknown.length > 0) throw new Error(`roleMap: ${unknown.join(', ')} is no role of ours`);
}

/** Refuses a value that `parseTrustedIssuers` cannot read, and says why. */
export function AreTrustedIssuers(): PropertyDecorator {
  return ValidateBy({
    name: 'areTrustedIssuers',
    validator: {
      validate: (value) => faultOf(value) === undefined,
      defaultMessage: (found) => faultOf(found?.value) ?? '',
    },
  });
}

function faultOf(value: unknown): string | undefined {
  try {
    parseTrustedIssuers(String(value));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
