import type { Role } from '#contracts';

export interface Standing {
  roles: Role[];
  active: boolean;
}

/** May change roles and accounts now. */
export function isActingAdministrator(account: Standing): boolean {
  return account.active && account.roles.includes('administrator');
}

/** A change after which nobody could administer the hospital any more. */
export function locksEverybodyOut(before: Standing, after: Standing, otherAdministrators: number): boolean {
  return isActingAdministrator(before) && !isActingAdministrator(after) && otherAdministrators === 0;
}
