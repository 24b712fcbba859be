import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Occasion } from '../calendar/occasion.js';
import { Chronicle, Effects } from '../plans/chronicle.js';
import { TaskHerald } from '../tasks/task-herald.js';

const CLOSE = (whose: string) => `
  UPDATE task SET status = 'cancelled', close_reason = $2, closed_at = $3, deadline_at = NULL, version = version + 1
   WHERE ${whose} AND kind = 'survey' AND plan_id IS NULL AND status IN ('planned', 'open')
   RETURNING id`;

const OF_PERSON = 'patient_id = ANY ($1::uuid[])';
/** Not when the news is old: the visit has ended since. */
const OF_VISIT = `
  id IN (SELECT task_id FROM survey_draw WHERE encounter_id = ANY ($1::uuid[])
         UNION ALL
         SELECT id FROM task WHERE kind = 'survey' AND mode = 'letter' AND encounter_id = ANY ($1::uuid[]))
  AND NOT EXISTS (SELECT FROM stay WHERE encounter_id = ANY ($1::uuid[]) AND status = 'discharged')`;

/** Nobody is asked any more: the patient died or may not be contacted, or the visit goes on. */
@Injectable()
export class SurveyWithdrawal {
  constructor(
    private readonly herald: TaskHerald,
    private readonly chronicle: Chronicle,
  ) {}

  async ofPerson(tx: EntityManager, ids: string[], reason: string, occasion: Occasion, effects: Effects) {
    await this.close(tx, OF_PERSON, ids, reason, occasion, effects);
  }

  /** What was drawn may be drawn again when the visit ends after all; an answered survey stays. */
  async ofVisit(tx: EntityManager, encounterId: string, reason: string, occasion: Occasion): Promise<void> {
    const effects = new Effects();
    const closed = await this.close(tx, OF_VISIT, [encounterId], reason, occasion, effects);
    await tx.query('UPDATE survey_draw SET withdrawn = true WHERE task_id = ANY ($1::uuid[])', [closed]);
    await this.chronicle.write(tx, effects, occasion);
  }

  private async close(
    tx: EntityManager,
    whose: string,
    ids: string[],
    reason: string,
    occasion: Occasion,
    effects: Effects,
  ): Promise<string[]> {
    const [rows]: [{ id: string }[], number] = await tx.query(CLOSE(whose), [ids, reason, occasion.now]);
    const closed = rows.map(({ id }) => id);
    await this.herald.cancelled(tx, closed, occasion, effects);
    return closed;
  }
}
