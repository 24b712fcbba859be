import { FollowUpNotificationRequestedV1, PlanEndedV1, PlanPausedV1, PlanResumedV1 } from '#contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Occasion } from '../calendar/occasion.js';
import type { Effects } from './chronicle.js';
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
const CLOSE_TASKS = `
  UPDATE task SET status = 'cancelled', close_reason = $2, closed_at = $3, deadline_at = NULL, version = version + 1
   WHERE plan_id = $1 AND status IN ('planned', 'open')`;
/** Also those cancelled when a later discharge, now taken back, replaced the plan. */
const SET_ASIDE_TASKS = `
  UPDATE task SET status = 'planned', close_reason = NULL, closed_at = NULL, deadline_at = $2, version = version + 1
   WHERE plan_id = $1 AND (status IN ('planned', 'open') OR (status = 'cancelled' AND close_reason = 'readmitted'))`;

/** Carries out what was decided about plans, on their rows and their undone tasks. The plans are locked. */
@Injectable()
export class PlanChanges {
  async apply(
    tx: EntityManager,
    plan: ChangedPlan,
    change: PlanChange,
    { now }: Occasion,
    effects: Effects,
    note?: string,
  ): Promise<void> {
    switch (change.status) {
      case 'ended':
        return this.end(tx, plan, change.reason, now, effects, note);
      case 'paused':
        return this.pause(tx, plan, change.pausedBy, effects);
      case 'active':
        return this.resume(tx, plan, now, effects);
    }
  }

  private async end(
    tx: EntityManager,
    plan: ChangedPlan,
    reason: PlanEndedV1['reason'],
    now: Date,
    effects: Effects,
    note?: string,
  ): Promise<void> {
    await tx.query(ENDED, [plan.id, reason, note ?? null, now]);
    await tx.query(CLOSE_TASKS, [plan.id, reason, now]);
    effects.line({ planId: plan.id, what: 'ended', reason, ...(note === undefined ? {} : { note }) });
    effects.event(PlanEndedV1, { planId: plan.id, patientId: plan.patientId, reason });
    if (reason === 'refused') effects.event(FollowUpNotificationRequestedV1, await refusal(tx, plan.id));
  }

  /** Without a deadline the calendar leaves the tasks alone until the plan goes on. */
  private async pause(tx: EntityManager, plan: ChangedPlan, pausedBy: string, effects: Effects): Promise<void> {
    await tx.query(RUNNING, [plan.id, 'paused']);
    await tx.query(SET_ASIDE_TASKS, [plan.id, null]);
    effects.line({ planId: plan.id, what: 'paused', reason: `readmission ${pausedBy}` });
    effects.event(PlanPausedV1, { planId: plan.id, patientId: plan.patientId });
  }

  /** Due now, so that the calendar places each task where its days say, as after any other wait. */
  private async resume(tx: EntityManager, plan: ChangedPlan, now: Date, effects: Effects): Promise<void> {
    await tx.query(RUNNING, [plan.id, 'active']);
    await tx.query(SET_ASIDE_TASKS, [plan.id, now]);
    effects.line({ planId: plan.id, what: 'resumed' });
    effects.event(PlanResumedV1, { planId: plan.id, patientId: plan.patientId });
  }
}
