import type { EntityManager } from 'typeorm';
import type { CommunityOwner, CommunityView } from './communities.dto.js';
import type { Community } from './community.entity.js';

/** What somebody says of a community, as it is compared and audited. */
export type Said = Pick<
  Community,
  'nameZh' | 'nameEn' | 'tags' | 'icd10' | 'segmentId' | 'channel' | 'externalId' | 'ownerId' | 'capacity' | 'hour'
>;

export function saidOf(community: Community): Said {
  const { nameZh, nameEn, tags, icd10, segmentId, channel, externalId, ownerId, capacity, hour } = community;
  return { nameZh, nameEn, tags, icd10, segmentId, channel, externalId, ownerId, capacity, hour };
}

/** Communities as they go over HTTP, with the names of their owners. */
export async function presentCommunities(tx: EntityManager, communities: Community[]): Promise<CommunityView[]> {
  const ids = communities.map(({ ownerId }) => ownerId);
  const owners: CommunityOwner[] =
    ids.length === 0 ? [] : await tx.query('SELECT id, name, active FROM known_member WHERE id = ANY ($1)', [ids]);
  const byId = new Map(owners.map((owner) => [owner.id, owner]));
  return communities.map((community) => {
    const { hour, ownerId, ...said } = saidOf(community);
    return {
      ...{ id: community.id, version: community.version, ...said },
      owner: byId.get(ownerId) ?? { id: ownerId, name: null, active: false },
      members: community.memberCount,
      doctorHour: hour,
      nextHourAt: community.hourAt?.toISOString() ?? null,
      createdAt: community.createdAt.toISOString(),
      closedAt: community.closedAt?.toISOString() ?? null,
      closeReason: community.closeReason,
    };
  });
}
