import { bindTo, Clock, ListReading, type List, type ListQuery } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PatientsConfig } from '../patients.config.js';
import { survivorsOf } from '../people/families.js';
import { CommunityAccess } from './community-access.js';
import { silentFrom } from './community.rules.js';
import type { MemberPage, MemberView } from './members.dto.js';
import { MEMBERS, SILENT_MEMBERS } from './members.list.js';

type Times = 'joinedAt' | 'heardAt' | 'silentSince' | 'leftAt';
type Row = Omit<MemberView, Times> &
  Record<'joinedAt' | 'heardAt', Date> &
  Record<'silentSince' | 'leftAt', Date | null>;

/** Reads members straight to the answer (PT-10). */
@Injectable()
export class MemberQueries {
  constructor(
    private readonly source: DataSource,
    private readonly access: CommunityAccess,
    private readonly clock: Clock,
    private readonly config: PatientsConfig,
  ) {}

  /** Those who are in it and those who were. @throws Problem 400, 403, 404 */
  async members(communityId: string, query: ListQuery): Promise<MemberPage> {
    await this.access.find(this.source.manager, communityId);
    return this.page(MEMBERS, query, [communityId], 'true');
  }

  /** Of whom nothing was heard for so long, and who may be written to. @throws Problem 400, 403, 404 */
  async silent(communityId: string, query: ListQuery): Promise<MemberPage> {
    await this.access.find(this.source.manager, communityId);
    const heardUntil = silentFrom(this.clock.now(), -this.config.communitySilentHours);
    const condition = 'member.left_at IS NULL AND member.heard_at <= $2 AND member.may_be_contacted';
    return this.page(SILENT_MEMBERS, query, [communityId, heardUntil], condition);
  }

  async read(tx: EntityManager, communityId: string, id: string): Promise<MemberView> {
    const rows: Row[] = await tx.query(`${SELECT} FROM (${ROWS} AND m.id = $2) member`, [communityId, id]);
    return present(rows[0] as Row);
  }

  private async page(list: List, query: ListQuery, values: unknown[], condition: string): Promise<MemberPage> {
    const reading = new ListReading(list, query);
    const further = reading.conditions(bindTo(values)).map((each) => ` AND ${each}`);
    const rows: (Row & { position: string[] })[] = await this.source.query(
      `${SELECT}, ${reading.positionSql} AS position
         FROM (${ROWS} AND m.doubles_id IS NULL) member
        WHERE ${condition}${further.join('')} ORDER BY ${reading.orderBy} LIMIT ${reading.rowLimit}`,
      values,
    );
    return reading.page(
      rows.map(present),
      rows.map(({ position }) => position),
    );
  }
}

const SELECT = `
  SELECT member.id, member.patient_id AS "patientId", member.name, member.external_user_id AS "externalUserId",
         member.joined_at AS "joinedAt", member.joined_how AS "joinedHow", member.joined_by AS "joinedBy",
         member.heard_at AS "heardAt", member.silent_since AS "silentSince",
         member.may_be_contacted AS "mayBeContacted", member.left_at AS "leftAt", member.left_reason AS "leftReason",
         member.left_by AS "leftBy", member.left_note AS "leftNote"`;

/** Of the community in `$1`, with who answers for each now. */
const ROWS = `
  SELECT m.id, m.person_id AS patient_id, m.external_user_id, m.joined_at, m.joined_how, m.joined_by, m.heard_at,
         m.silent_since, m.left_at, m.left_reason, m.left_by, m.left_note, p.name,
         NOT p.deceased AND NOT 'do-not-contact' = ANY (p.states) AS may_be_contacted
    FROM community_member m
    JOIN LATERAL (SELECT * FROM person WHERE id IN (${survivorsOf('SELECT m.person_id AS id')})) p ON true
   WHERE m.community_id = $1`;

function present(row: Row): MemberView {
  const { joinedAt, heardAt, silentSince, leftAt, ...rest } = row;
  const view = {
    ...rest,
    joinedAt: joinedAt.toISOString(),
    heardAt: heardAt.toISOString(),
    silentSince: silentSince?.toISOString() ?? null,
    leftAt: leftAt?.toISOString() ?? null,
  };
  return 'position' in view ? withoutPosition(view) : view;
}

function withoutPosition({ position: _position, ...view }: MemberView & { position?: unknown }): MemberView {
  return view;
}
