import type { Role } from '#contracts';

type Claims = Record<string, unknown>;

/** A claim by its name, else by its path (`realm_access.roles`). Only own members count. */
export function claimOf(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name.split('.').reduce<unknown>((value, part) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    return (value as Claims)[part];
  }, claims);
}

/**
 * Our roles among the list a token names; what is no list names none.
 * @param ours what the issuer's own names mean to us
 */
export function rolesOf(claim: unknown, ours: ReadonlyMap<string, Role>): Role[] {
  const named: unknown[] = Array.isArray(claim) ? claim : [];
  const roles = named.flatMap((name) => (typeof name === 'string' ? (ours.get(name) ?? []) : []));
  return [...new Set(roles)];
}
