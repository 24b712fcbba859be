import type { Right, Role } from '#contracts';
import { lockKey, Problem } from '#platform';
import type { EntityManager } from 'typeorm';
import { rightsLostToAll, type Standing } from './keepers.rules.js';
import { decisions, rightsOfRole } from './role-decisions.js';

/** Changes to accounts or rights go one at a time: two that are each allowed could leave nobody in charge together. */
export async function oneAtATime(tx: EntityManager): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($1)', [lockKey('who may administer')]);
}

/**
 * Refuses an account's change after which nobody could administer the hospital; inside `oneAtATime`.
 * @throws Problem 409
 */
export async function requireKeeperBeside(
  tx: EntityManager,
  id: string,
  before: Standing,
  after: Standing,
): Promise<void> {
  const others = await active(tx, id);
  const rights = await currentRights(tx);
  refuse(rightsLostToAll([...others, before], rights, [...others, after], rights));
}

/** The same for a change of what a role may do. @throws Problem 409 */
export async function requireKeeperAfter(tx: EntityManager, role: Role, rights: readonly Right[]): Promise<void> {
  const accounts = await active(tx, null);
  const before = await currentRights(tx);
  refuse(rightsLostToAll(accounts, before, accounts, (each) => (each === role ? rights : before(each))));
}

async function currentRights(tx: EntityManager): Promise<(role: Role) => readonly Right[]> {
  const all = await decisions(tx);
  return (role) => rightsOfRole(role, all.get(role));
}

/** Every combination of roles with which somebody may log in. */
async function active(tx: EntityManager, except: string | null): Promise<Standing[]> {
  const rows: { roles: Role[] }[] = await tx.query(
    'SELECT DISTINCT roles FROM account WHERE active AND id IS DISTINCT FROM $1',
    [except],
  );
  return rows.map(({ roles }) => ({ active: true, roles }));
}

function refuse(lost: Right[]): void {
  if (lost.length === 0) return;
  throw Problem.conflict('last-administrator', {}, { lost });
}
