import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PatientsConfig } from '../patients.config.js';
import { descendantsOf, survivorsOf } from '../people/families.js';
import { MEMBERS_OF, Memberships } from './memberships.js';
import { settle, withoutPlace, type Membership, type MembershipState } from './membership.rules.js';

/** Brings memberships up to date with what became of their people: death, consent, states, merges (PT-3, PT-10, PT-11). */
@Injectable()
export class CommunitySettlement {
  constructor(
    private readonly memberships: Memberships,
    private readonly config: PatientsConfig,
  ) {}

  /** @param personIds of any records of the people; locks the communities they are in. */
  async settle(tx: EntityManager, personIds: string[], now: Date): Promise<void> {
    const held: { id: string }[] = await tx.query(HOLD, [personIds]);
    const communities = held.map(({ id }) => id);
    if (communities.length === 0) return;
    const rows: Membership[] = await tx.query(MEMBERSHIPS, [personIds, communities]);
    const { endings, changes, parted } = settle(rows, this.config.communitySilentHours);
    // Who leaves makes room for who is parted.
    await this.memberships.end(tx, endings, now);
    await this.write(tx, changes);
    const crowded = await this.crowded(tx, parted);
    const lost = await this.memberships.together(
      tx,
      crowded.map(({ id }) => id),
    );
    await this.memberships.end(
      tx,
      lost.map((id) => ({ id, reason: 'no-place' as const })),
      now,
    );
    await this.memberships.recount(tx, communities);
  }

  private async write(tx: EntityManager, changes: MembershipState[]): Promise<void> {
    if (changes.length === 0) return;
    const column = (of: (state: MembershipState) => unknown) => changes.map(of);
    await tx.query(WRITE, [
      column(({ id }) => id),
      column(({ doublesId }) => doublesId),
      column(({ heardAt }) => heardAt),
      column(({ silenceDueAt }) => silenceDueAt),
      column(({ silentSince }) => silentSince),
    ]);
  }

  /** Nobody who is parted from another may be one too many. */
  private async crowded(tx: EntityManager, parted: Membership[]): Promise<Membership[]> {
    const ids = [...new Set(parted.map(({ communityId }) => communityId))];
    if (ids.length === 0) return [];
    const rows: { id: string; members: number; capacity: number }[] = await tx.query(
      `SELECT id, ${MEMBERS_OF} AS members, capacity FROM community WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
    return rows.flatMap(({ id, members, capacity }) =>
      withoutPlace(
        parted.filter(({ communityId }) => communityId === id),
        members,
        capacity,
      ),
    );
  }
}

const FAMILIES = descendantsOf(survivorsOf('SELECT unnest($1::uuid[]) AS id'));

/** Who joins meanwhile holds the person, whose state he sees as it is now: there is nothing to settle then. */
const HOLD = `
  SELECT id FROM community WHERE id IN (
    SELECT community_id FROM community_member
     WHERE left_at IS NULL AND person_id IN (SELECT id FROM (${FAMILIES}) family))
   ORDER BY id FOR NO KEY UPDATE`;

const MEMBERSHIPS = `
  SELECT m.id, m.community_id AS "communityId", p.id AS "rootId", m.joined_at AS "joinedAt",
         m.doubles_id AS "doublesId", m.heard_at AS "heardAt", m.silence_due_at AS "silenceDueAt",
         m.silent_since AS "silentSince", p.deceased, p.states, p.allowed_purposes AS "allowedPurposes",
         greatest(m.joined_at,
           (SELECT max(a.at) FROM community_activity a WHERE a.member_id = m.id)) AS "ownHeardAt"
    FROM (${FAMILIES}) family
    JOIN person p ON p.id = family.root
    JOIN community_member m ON m.person_id = family.id AND m.left_at IS NULL
   WHERE m.community_id = ANY ($2::uuid[])`;

const WRITE = `
  UPDATE community_member AS m
     SET doubles_id = s.doubles_id, heard_at = s.heard_at, silence_due_at = s.due_at, silent_since = s.since
    FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[])
      AS s (id, doubles_id, heard_at, due_at, since)
   WHERE m.id = s.id`;
