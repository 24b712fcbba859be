import { CommunityLeftV1, type LeaveReason } from '#contracts';
import { Outbox, type Draft } from '#event-bus';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

interface Ended {
  id: string;
  communityId: string;
  patientId: string;
  leftAt: Date;
  doubles: boolean;
}

/** Ends memberships and counts who is left. The caller holds their communities. */
@Injectable()
export class Memberships {
  constructor(private readonly outbox: Outbox) {}

  /** @returns how many people left */
  async end(
    tx: EntityManager,
    endings: { id: string; reason: LeaveReason }[],
    at: Date,
    { by = null, note = null }: { by?: string | null; note?: string | null } = {},
  ): Promise<number> {
    if (endings.length === 0) return 0;
    const reasons = new Map(endings.map(({ id, reason }) => [id, reason]));
    const values = [[...reasons.keys()], [...reasons.values()], at, by, note];
    const [rows]: [Ended[], number] = await tx.query(END, values);
    const people = rows.filter(({ doubles }) => !doubles);
    await this.recount(tx, [...new Set(rows.map(({ communityId }) => communityId))]);
    await this.outbox.appendAll(
      tx,
      people.map((left) => told(left, reasons.get(left.id) as LeaveReason)),
    );
    return people.length;
  }

  /** These memberships and those that stand behind them, of what has not ended: they end together. */
  async together(tx: EntityManager, ids: string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const rows: { id: string }[] = await tx.query(TOGETHER, [ids]);
    return rows.map(({ id }) => id);
  }

  /** Brings the numbers of members of these communities up to date. */
  async recount(tx: EntityManager, communityIds: string[]): Promise<void> {
    if (communityIds.length > 0) await tx.query(RECOUNT, [communityIds]);
  }
}

/** A clock that was set back does not end a membership before it began. */
const END = `
  UPDATE community_member AS m
     SET left_at = greatest(m.joined_at, $3), left_reason = ended.reason, left_by = $4, left_note = $5,
         silence_due_at = NULL, silent_since = NULL
    FROM unnest($1::uuid[], $2::text[]) AS ended (id, reason)
   WHERE m.id = ended.id AND m.left_at IS NULL
  RETURNING m.id, m.community_id AS "communityId", m.person_id AS "patientId", m.left_at AS "leftAt",
            m.doubles_id IS NOT NULL AS doubles`;

const TOGETHER = `
  SELECT id FROM community_member
   WHERE (id = ANY ($1::uuid[]) OR doubles_id = ANY ($1::uuid[])) AND left_at IS NULL`;

/** SQL: how many people are in the community named `community`. */
export const MEMBERS_OF = `
  (SELECT count(*)::int FROM community_member m
    WHERE m.community_id = community.id AND m.left_at IS NULL AND m.doubles_id IS NULL)`;

const RECOUNT = `UPDATE community SET member_count = ${MEMBERS_OF} WHERE id = ANY ($1::uuid[])`;

function told({ communityId, id: membershipId, patientId, leftAt }: Ended, reason: LeaveReason): Draft {
  return {
    type: CommunityLeftV1,
    data: { communityId, membershipId, patientId, leftAt: leftAt.toISOString(), reason },
  };
}
