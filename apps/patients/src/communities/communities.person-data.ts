import {
  PersonData,
  readRows,
  removeRows,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
} from '#platform';
import type { EntityManager } from 'typeorm';
import { Memberships } from './memberships.js';

/** Who was in which community and what was heard of whom. The group itself is the channel's, not ours. */
@PersonData()
export class CommunitiesPersonData implements PersonDataSource {
  readonly tables = ['community_member', 'community_activity', 'community_check'];
  readonly withoutPatients = [
    { table: 'community', reason: 'numbers of members, and staff who look after it' },
    { table: 'known_member', reason: 'people who work here' },
    { table: 'known_account', reason: 'accounts of people who work here' },
  ];

  constructor(private readonly memberships: Memberships) {}

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([
      {
        name: 'communities',
        title: { 'zh-CN': '病友社群', en: 'Communities of patients' },
        rows: readRows(tx, JOINED, [ids]),
      },
      {
        name: 'community-activity',
        title: { 'zh-CN': '社群动态', en: 'Activity in communities' },
        rows: readRows(tx, HEARD, [ids]),
      },
    ]);
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    const held: { id: string; member: string }[] = await tx.query(HOLD, [ids]);
    const members = held.map(({ member }) => member);
    await tx.query('UPDATE community_member SET doubles_id = NULL WHERE doubles_id = ANY ($1::uuid[])', [members]);
    const gone = [
      await removeRows(tx, 'community_activity', 'member_id', members),
      await removeRows(tx, 'community_member', 'person_id', ids),
      await removeRows(tx, 'community_check', 'person_id', ids),
    ];
    await this.memberships.recount(tx, [...new Set(held.map(({ id }) => id))]);
    return gone;
  }
}

const HOLD = `
  SELECT community.id, m.id AS member FROM community JOIN community_member m ON m.community_id = community.id
   WHERE m.person_id::text = ANY ($1::text[]) ORDER BY community.id FOR NO KEY UPDATE OF community`;

const JOINED = `
  SELECT c.name_zh AS "nameZh", c.name_en AS "nameEn", c.channel, m.external_user_id AS "externalUserId",
         m.joined_at AS "joinedAt", m.joined_how AS "joinedHow", m.left_at AS "leftAt", m.left_reason AS "leftReason",
         m.left_note AS "leftNote"
    FROM community_member m JOIN community c ON c.id = m.community_id
   WHERE m.person_id::text = ANY ($1::text[]) ORDER BY m.joined_at, m.id`;

const HEARD = `
  SELECT c.name_zh AS "nameZh", a.kind, a.at
    FROM community_activity a JOIN community_member m ON m.id = a.member_id JOIN community c ON c.id = a.community_id
   WHERE m.person_id::text = ANY ($1::text[]) ORDER BY a.at, a.id`;
