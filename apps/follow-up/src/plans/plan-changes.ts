import { FollowUpNotificationRequestedV1, PlanEndedV1, PlanPausedV1, PlanResumedV1 } from '#contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Occasion } from '../calendar/occasion.js';
import type { Effects } from './chronicle.js';
import { TaskHerald } from '../tasks/task-herald.js';
import { refusal } from './refusal.js';
import type { PlanChange } from './settlement.rules.js';

export interface ChangedPlan {
  id: string;
  patientId: string;
}

const ENDED = `UPDATE plan SET status = 'ended', end_reason = $2, end_note = $3, ended_at = $4, version = version + 1
                WHERE id = $1`;
const RUNNING = `UPDATE plan SET status = $2, end_reason = NULL, end_note = NULL, ended_at = NULL, version = version + 1
                  WHERE id = $1`;
/** Of those they change the ones that were open. */
const RETURNING_OPEN = `RETURNING CASE WHEN before.status = 'open' THEN task.id END AS "wasOpen"`;
const CLOSE_TASKS = `
  UPDATE task SET status = 'cancelled', close_reason = $2, closed_at = $3, deadline_at = NULL, version = task.version + 1
    FROM (SELECT id, status FROM task WHERE plan_id = $1 AND status IN ('planned', 'open') FOR UPDATE) AS before
   WHERE task.id = before.id ${RETURNING_OPEN}`;
const PART_TASKS = `
  UPDATE task SET joined_to = NULL, deadline_at = $2, version = version + 1
   WHERE joined_to IN (SELECT id FROM task WHERE plan_id = $1) AND status = 'planned'`;
/** Also those cancelled when a later discharge, now taken back, replaced the plan, or with a visit that was after all. */
const SET_ASIDE_TASKS = `
  UPDATE task SET status = 'planned', close_reason = NULL, closed_at = NULL, joined_to = NULL, deadline_at = $2,
         version = task.version + 1
    FROM (SELECT id, status FROM task
           WHERE plan_id = $1 AND (status IN ('planned', 'open') OR (status = 'cancelled' AND close_reason IN ('readmitted', 'replaced', 'visit-cancelled', 'discharged', 'procedure-withdrawn')))
             FOR UPDATE) AS before
   WHERE task.id = before.id ${RETURNING_OPEN}`;

/** Carries out what was decided about plans, on their rows and their undone tasks. The plans are locked. */
@Injectable()
export class PlanChanges {
  constructor(private readonly herald: TaskHerald) {}

  async apply(
    tx: EntityManager,
    plan: ChangedPlan,
    change: PlanChange,
    occasion: Occasion,
    effects: Effects,
    note?: string,
  ): Promise<void> {
    switch (change.status) {
      case 'ended':
        return this.end(tx, plan, change.reason, occasion, effects, note);
      case 'paused':
        return this.pause(tx, plan, change.pausedBy, occasion, effects);
      case 'active':
        return this.resume(tx, plan, occasion, effects);
    }
  }

  private async end(
    tx: EntityManager,
    plan: ChangedPlan,
    reason: PlanEndedV1['reason'],
    occasion: Occasion,
    effects: Effects,
    note?: string,
  ): Promise<void> {
    await tx.query(ENDED, [plan.id, reason, note ?? null, occasion.now]);
    const closed = await openOnes(tx, CLOSE_TASKS, [plan.id, reason, occasion.now]);
    effects.line({ planId: plan.id, what: 'ended', reason, ...(note === undefined ? {} : { note }) });
    effects.event(PlanEndedV1, { planId: plan.id, patientId: plan.patientId, reason });
    await tx.query(PART_TASKS, [plan.id, occasion.now]);
    await this.herald.closed(tx, closed, occasion, effects);
    if (reason === 'refused') effects.event(FollowUpNotificationRequestedV1, await refusal(tx, plan.id));
  }

  /** Without a deadline the calendar leaves the tasks alone until the plan goes on. */
  private async pause(
    tx: EntityManager,
    plan: ChangedPlan,
    pausedBy: string,
    occasion: Occasion,
    effects: Effects,
  ): Promise<void> {
    await tx.query(RUNNING, [plan.id, 'paused']);
    const waiting = await openOnes(tx, SET_ASIDE_TASKS, [plan.id, null]);
    await tx.query(PART_TASKS, [plan.id, occasion.now]);
    await this.herald.setAside(tx, waiting, occasion, effects);
    effects.line({ planId: plan.id, what: 'paused', reason: `readmission ${pausedBy}` });
    effects.event(PlanPausedV1, { planId: plan.id, patientId: plan.patientId });
  }

  /** Due now, so that the calendar places each task where its days say, as after any other wait. */
  private async resume(tx: EntityManager, plan: ChangedPlan, { now }: Occasion, effects: Effects): Promise<void> {
    await tx.query(RUNNING, [plan.id, 'active']);
    await tx.query(SET_ASIDE_TASKS, [plan.id, now]);
    effects.line({ planId: plan.id, what: 'resumed' });
    effects.event(PlanResumedV1, { planId: plan.id, patientId: plan.patientId });
  }
}

/** Runs a change of tasks and answers those of them that were open. */
async function openOnes(tx: EntityManager, change: string, params: unknown[]): Promise<string[]> {
  const [rows]: [{ wasOpen: string | null }[], number] = await tx.query(change, params);
  return rows.flatMap(({ wasOpen }) => wasOpen ?? []);
}
