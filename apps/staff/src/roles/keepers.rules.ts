import type { Right, Role } from '#contracts';

/** Who lost one of these could not give it back to anybody. */
export const KEPT_RIGHTS: readonly Right[] = ['accounts.manage', 'roles.manage'];

export interface Standing {
  active: boolean;
  roles: readonly Role[];
}

/** The kept rights that somebody who may log in has before a change and nobody would have after it. */
export function rightsLostToAll(
  before: readonly Standing[],
  rightsBefore: (role: Role) => readonly Right[],
  after: readonly Standing[],
  rightsAfter: (role: Role) => readonly Right[],
): Right[] {
  return KEPT_RIGHTS.filter((right) => held(before, rightsBefore, right) && !held(after, rightsAfter, right));
}

function held(accounts: readonly Standing[], rightsOf: (role: Role) => readonly Right[], right: Right): boolean {
  return accounts.some((account) => account.active && account.roles.some((role) => rightsOf(role).includes(right)));
}
