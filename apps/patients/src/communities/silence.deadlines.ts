import { CommunityMemberSilentV1 } from '#contracts';
import { Outbox } from '#event-bus';
import { backlogOf, type Backlog, type DeadlineSource, type DueRow } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { survivorsOf } from '../people/families.js';

interface Silent {
  membershipId: string;
  communityId: string;
  patientId: string;
  ownerId: string;
  since: Date;
}

const CLAIM = `
  SELECT id, silence_due_at AS "dueAt" FROM community_member
   WHERE silence_due_at <= $1 AND id <> ALL($2::uuid[])
   ORDER BY silence_due_at LIMIT $3 FOR UPDATE SKIP LOCKED`;

/** Who wants no contact is told of to nobody; when that ends, the check makes the silence due again (PT-11). */
const TELL = `
  UPDATE community_member AS m
     SET silence_due_at = NULL, silent_since = CASE WHEN told.may_be THEN m.heard_at END
    FROM (SELECT due.id, c.owner_id,
                 NOT p.deceased AND NOT 'do-not-contact' = ANY (p.states) AS may_be
            FROM community_member due
            JOIN community c ON c.id = due.community_id
            JOIN LATERAL (SELECT * FROM person WHERE id IN (${survivorsOf('SELECT due.person_id AS id')})) p ON true
           WHERE due.id = ANY ($1::uuid[])) AS told
   WHERE m.id = told.id
  RETURNING m.id AS "membershipId", m.community_id AS "communityId", m.person_id AS "patientId",
            told.owner_id AS "ownerId", m.silent_since AS since`;

/** Members of whom nothing was heard for 7 × 24 hours: told once a silence (PT-10). */
@Injectable()
export class SilenceDeadlines implements DeadlineSource {
  readonly name = 'patients.communities.silence';
  readonly batch = 1000;

  constructor(private readonly outbox: Outbox) {}

  claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DueRow[]> {
    return tx.query(CLAIM, [now, except, limit]);
  }

  backlog(source: DataSource, now: Date): Promise<Backlog> {
    return backlogOf(source, 'community_member', 'silence_due_at', now);
  }

  handle(tx: EntityManager, row: DueRow): Promise<void> {
    return this.handleAll(tx, [row]);
  }

  async handleAll(tx: EntityManager, rows: DueRow[]): Promise<void> {
    const [told]: [(Silent & { since: Date | null })[], number] = await tx.query(TELL, [rows.map(({ id }) => id)]);
    const silent = told.filter(({ since }) => since !== null);
    await this.outbox.appendAll(
      tx,
      silent.map(({ since, ...data }) => ({
        type: CommunityMemberSilentV1,
        data: { ...data, since: since.toISOString() },
      })),
    );
  }
}
