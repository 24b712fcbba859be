import { currentContext, Problem, Rights } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Community } from './community.entity.js';
import { KnownStaff } from './known-staff.js';

const MANAGES = 'patients.communities.manage';

/** Who may do what with which community (PT-10): its owner, and whoever may manage all of them. */
@Injectable()
export class CommunityAccess {
  constructor(
    private readonly rights: Rights,
    private readonly staff: KnownStaff,
  ) {}

  /** @throws Problem 404 */
  async find(tx: EntityManager, id: string): Promise<Community> {
    const community = await tx.findOneBy(Community, { id });
    if (!community) throw Problem.notFound('community', id);
    return community;
  }

  /** Locks one that is open, for somebody who may look after it. @throws Problem 403, 404, 409 */
  async take(tx: EntityManager, id: string): Promise<Community> {
    const community = await tx.findOne(Community, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (!community) throw Problem.notFound('community', id);
    await this.requireOwner(tx, community);
    if (community.closedAt) {
      throw Problem.conflict('community-closed', {}, { closedAt: community.closedAt.toISOString() });
    }
    return community;
  }

  /** @throws Problem 403 */
  async requireOwner(tx: EntityManager, { ownerId }: Pick<Community, 'ownerId'>): Promise<void> {
    const actor = currentContext()?.actor;
    if (actor && this.rights.allows(actor, MANAGES)) return;
    if (actor && (await this.staff.memberOf(tx, actor.id)) === ownerId) return;
    throw new Problem(403, 'right-required', { right: MANAGES }, { right: MANAGES });
  }
}
