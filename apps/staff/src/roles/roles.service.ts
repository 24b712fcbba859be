import { DEFAULT_RIGHTS, RIGHT_MEANINGS, RIGHTS, ROLES, RoleSavedV1, type Right, type Role } from '#contracts';
import { Outbox } from '#event-bus';
import { Clock, requireVersion, stateChange, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { oneAtATime, requireKeeperAfter } from './keepers.js';
import { decisions, rightsOfRole, type StoredDecision } from './role-decisions.js';
import { ROLE_NAMES } from './role-names.js';
import type { RightView, RoleView } from './roles.dto.js';

/** What each role may do (ORG-1). */
@Injectable()
export class RolesService {
  constructor(
    private readonly source: DataSource,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<RoleView[]> {
    const all = await decisions(this.source.manager);
    return ROLES.map((role) => present(role, all.get(role)));
  }

  async read(role: Role): Promise<RoleView> {
    return present(role, (await decisions(this.source.manager)).get(role));
  }

  async rights(): Promise<RightView[]> {
    const roles = await this.list();
    return RIGHTS.map((right) => ({
      right,
      meaningZh: RIGHT_MEANINGS[right].zh,
      meaningEn: RIGHT_MEANINGS[right].en,
      roles: roles.filter((each) => each.rights.includes(right)).map((each) => each.role),
    }));
  }

  /** @throws Problem 412 when it changed since `version`; 409 when nobody could administer the hospital any more. */
  replace(role: Role, version: number, wanted: readonly Right[]): Promise<RoleView> {
    return transact(this.source, async (tx) => {
      await oneAtATime(tx);
      const stored = (await decisions(tx)).get(role);
      requireVersion(stored?.version ?? 0, version);
      const rights = RIGHTS.filter((right) => wanted.includes(right));
      await requireKeeperAfter(tx, role, rights);
      const changed = { role, rights, decided: [...RIGHTS], version: version + 1, updated_at: this.clock.now() };
      await tx.query(
        `INSERT INTO role_right (role, rights, decided, version, updated_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (role) DO UPDATE SET rights = $2, decided = $3, version = $4, updated_at = $5`,
        [role, rights, changed.decided, changed.version, changed.updated_at],
      );
      const before = rightsOfRole(role, stored);
      stateChange('role', role, { rights: before }, { rights });
      await this.outbox.append(tx, RoleSavedV1, {
        role,
        rights,
        decided: changed.decided,
        before,
        version: changed.version,
      });
      return present(role, changed);
    });
  }
}

function present(role: Role, decision: StoredDecision | undefined): RoleView {
  return {
    role,
    nameZh: ROLE_NAMES[role].zh,
    nameEn: ROLE_NAMES[role].en,
    rights: rightsOfRole(role, decision),
    defaultRights: DEFAULT_RIGHTS[role],
    version: decision?.version ?? 0,
    updatedAt: decision?.updated_at.toISOString() ?? null,
  };
}
