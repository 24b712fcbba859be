import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Occasion } from '../calendar/occasion.js';
import { FollowUpConfig } from '../follow-up.config.js';
import type { Effects } from '../plans/chronicle.js';
import { inHospitalCareTask, type TaskOwner } from '../tasks/new-task.js';
import { TaskHerald } from '../tasks/task-herald.js';
import { TaskEntity } from '../tasks/task.entity.js';

const CLOSE_AT_WILL = `
  UPDATE task SET status = 'cancelled', close_reason = $2, closed_at = $3, deadline_at = NULL, version = version + 1
   WHERE patient_id = ANY($1::uuid[]) AND plan_id IS NULL AND kind = ANY('{visit,pain,education,call-back}') AND status IN ('planned', 'open')
   RETURNING id`;

/** Opens and closes the in-hospital care task of a stay (FU-1). */
@Injectable()
export class InHospitalCare {
  constructor(
    private readonly config: FollowUpConfig,
    private readonly herald: TaskHerald,
  ) {}

  async open(tx: EntityManager, stay: TaskOwner, occasion: Occasion, effects: Effects): Promise<void> {
    if (!this.config.inHospitalCareTask) return;
    const task = inHospitalCareTask(stay, occasion);
    await tx.insert(TaskEntity, task);
    await this.herald.opened(tx, [task], occasion, effects);
  }

  /** Closes the open care task of one stay. */
  closeOfStay(tx: EntityManager, encounterId: string, reason: string, occasion: Occasion, effects: Effects) {
    return this.close(tx, 'encounter_id = ANY($1::uuid[])', [encounterId], reason, occasion, effects);
  }

  /** Closes the open care tasks of a person, who has died, with all else that was asked for outside plans. */
  async closeOfPerson(
    tx: EntityManager,
    patientIds: string[],
    reason: string,
    occasion: Occasion,
    effects: Effects,
  ): Promise<void> {
    await this.close(tx, 'patient_id = ANY($1::uuid[])', patientIds, reason, occasion, effects);
    await this.closeAtWill(tx, patientIds, reason, occasion, effects);
  }

  /**
   * Closes calls and messages outside plans: nobody may contact the person any more. Surveys and green channels know
   * themselves what to do.
   */
  async closeAtWill(
    tx: EntityManager,
    patientIds: string[],
    reason: string,
    occasion: Occasion,
    effects: Effects,
  ): Promise<void> {
    const [closed]: [{ id: string }[], number] = await tx.query(CLOSE_AT_WILL, [patientIds, reason, occasion.now]);
    const ids = closed.map(({ id }) => id);
    await this.herald.cancelled(tx, ids, occasion, effects);
  }

  private async close(
    tx: EntityManager,
    whose: string,
    owners: string[],
    reason: string,
    occasion: Occasion,
    effects: Effects,
  ): Promise<void> {
    const [closed]: [{ id: string }[], number] = await tx.query(
      `UPDATE task SET status = 'cancelled', close_reason = $2, closed_at = $3, version = version + 1
        WHERE ${whose} AND kind = 'in-hospital-care' AND status = 'open'
        RETURNING id`,
      [owners, reason, occasion.now],
    );
    const ids = closed.map(({ id }) => id);
    await this.herald.cancelled(tx, ids, occasion, effects);
  }
}
