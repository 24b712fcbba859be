import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Occasion } from '../calendar/occasion.js';
import type { Effects } from './chronicle.js';
import { PlanChanges, type ChangedPlan } from './plan-changes.js';

const IS_OVER = `
  SELECT FROM plan
   WHERE id = $1 AND status = 'active'
     AND NOT EXISTS (SELECT FROM task WHERE plan_id = $1 AND status IN ('planned', 'open'))`;

/** Ends a plan in which nothing is left to do: every contact is over, and no series makes another (FU-2, FU-6). */
@Injectable()
export class PlanCompletion {
  constructor(private readonly changes: PlanChanges) {}

  /** The plan is locked. */
  async endIfOver(tx: EntityManager, plan: ChangedPlan, occasion: Occasion, effects: Effects): Promise<void> {
    const over: unknown[] = await tx.query(IS_OVER, [plan.id]);
    if (over.length === 0) return;
    const ended = { planId: plan.id, status: 'ended', reason: 'completed' } as const;
    await this.changes.apply(tx, plan, ended, occasion, effects);
  }
}
