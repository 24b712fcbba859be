import { FollowUpMessageRequestedV1 } from '#contracts';
import { backlogOf, newId, type Backlog, type DeadlineSource, type DueRow } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { occasionAt, type Occasion } from '../calendar/occasion.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { PeopleStore } from '../people/people.store.js';
import { Chronicle, Effects } from '../plans/chronicle.js';
import type { ResponseEntity } from '../responses/response.entity.js';
import { nextDayAt } from './night.rules.js';

interface DueMessage extends DueRow {
  patientId: string;
  planId: string | null;
  responseId: string;
}

/** Rehabilitation video and diet list, the day after a low pain score (FU-4). */
@Injectable()
export class EducationMessages {
  constructor(private readonly config: FollowUpConfig) {}

  /** Several low scores of a day are one message. */
  async plan(
    tx: EntityManager,
    { id, patientId, planId }: Pick<ResponseEntity, 'id' | 'patientId' | 'planId'>,
    occasion: Occasion,
  ): Promise<void> {
    const at = nextDayAt(occasion, this.config.educationAt);
    await tx.query(
      `INSERT INTO education_message (id, patient_id, plan_id, response_id, planned_for, due_at)
       VALUES ($1, $2, $3, $4, $5, $5) ON CONFLICT DO NOTHING`,
      [newId(), patientId, planId, id, at],
    );
  }
}

const CLAIM = `
  SELECT id, due_at AS "dueAt", patient_id AS "patientId", plan_id AS "planId",
         response_id AS "responseId" FROM education_message
   WHERE due_at <= $1 AND id <> ALL($3::uuid[])
   ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED`;

/** A case of the person that is open, or was opened, or opened again, since the low score of the message. */
const HURT_SINCE = `
  SELECT 1 FROM green_channel_case
   WHERE patient_id = ANY($1::uuid[])
     AND (status = 'open' OR alarmed_at >= (SELECT recorded_at FROM questionnaire_response WHERE id = $2)) LIMIT 1`;

/**
 * Looks again before it sends: who has died since, or wants no contact, gets nothing; nor does whoever a doctor has to call,
 * for whom advice that all is well is no comfort.
 */
@Injectable()
export class EducationDeadlines implements DeadlineSource<DueMessage> {
  readonly name = 'follow-up.education';
  readonly anyDue = 'EXISTS (SELECT FROM education_message WHERE due_at <= $1)';

  constructor(
    private readonly config: FollowUpConfig,
    private readonly people: PeopleStore,
    private readonly chronicle: Chronicle,
  ) {}

  claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DueMessage[]> {
    return tx.query(CLAIM, [now, limit, except]);
  }

  backlog(source: DataSource, now: Date): Promise<Backlog> {
    return backlogOf(source, 'education_message', 'due_at', now);
  }

  async handle(tx: EntityManager, { id, patientId, planId, responseId }: DueMessage, now: Date): Promise<void> {
    const { ids, deceased, barredBy } = await this.people.lock(tx, patientId);
    const hurtSince: unknown[] = await tx.query(HURT_SINCE, [ids, responseId]);
    const isWanted = !deceased && barredBy === null && hurtSince.length === 0;
    await tx.query('UPDATE education_message SET due_at = NULL, sent = $2 WHERE id = $1', [id, isWanted]);
    if (!isWanted) return;
    const effects = new Effects();
    if (planId !== null) effects.line({ planId, what: 'message-requested', reason: 'pain-education' });
    effects.event(FollowUpMessageRequestedV1, {
      ...{ purpose: 'follow-up.pain-education', patientId, subjectType: 'education-message', subjectId: id },
      ...{ occasion: 'once', template: 'pain-education', variables: {}, urgent: false },
    });
    await this.chronicle.write(tx, effects, occasionAt(now, this.config.hospitalZone));
  }
}
