import { DEFAULT_RIGHTS, RIGHTS, type Right, type Role } from '#contracts';
import { effectiveRights, type RoleDecision } from '#platform';
import type { EntityManager } from 'typeorm';

export interface StoredDecision extends RoleDecision {
  role: Role;
  version: number;
  updated_at: Date;
}

/** What the hospital decided, by role. A role it has not touched is absent. */
export async function decisions(manager: EntityManager): Promise<Map<Role, StoredDecision>> {
  const rows: StoredDecision[] = await manager.query('SELECT * FROM role_right');
  return new Map(rows.map((row) => [row.role, row]));
}

export function rightsOfRole(role: Role, decision: RoleDecision | undefined): Right[] {
  return effectiveRights(RIGHTS, DEFAULT_RIGHTS[role], decision);
}
