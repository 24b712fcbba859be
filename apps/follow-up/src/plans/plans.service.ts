import { Clock, type Page, Problem, requireVersion, stateChange, stateReason, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { occasionAt } from '../calendar/occasion.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { PeopleStore } from '../people/people.store.js';
import { Chronicle, Effects } from './chronicle.js';
import { PlanChanges } from './plan-changes.js';
import { PlanEntity } from './plan.entity.js';
import type { EndPlan, Plan, PlanDetail, PlansQuery } from './plans.dto.js';
import { planById, planPage } from './plans.query.js';

@Injectable()
export class PlansService {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleStore,
    private readonly changes: PlanChanges,
    private readonly chronicle: Chronicle,
    private readonly clock: Clock,
    private readonly config: FollowUpConfig,
  ) {}

  async list(query: PlansQuery): Promise<Page<Plan>> {
    const patientIds = query.patientId === undefined ? undefined : await this.people.idsOf(query.patientId);
    return planPage(this.source.manager, query, patientIds);
  }

  /** @throws Problem 404 */
  read(id: string): Promise<PlanDetail> {
    return planById(this.source.manager, id);
  }

  /** Ends a plan early, with its undone tasks (FU-6). @throws Problem 404; 409 when it has ended; 412 when it changed. */
  end(id: string, version: number, { reason, note }: EndPlan): Promise<PlanDetail> {
    return transact(this.source, async (tx) => {
      const plan = await tx.findOne(PlanEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!plan) throw Problem.notFound('plan', id);
      if (plan.status === 'ended') throw hasEnded(plan);
      requireVersion(plan.version, version);
      const occasion = occasionAt(this.clock.now(), this.config.hospitalZone);
      const effects = new Effects();
      await this.changes.apply(tx, plan, { planId: id, status: 'ended', reason }, occasion, effects, note);
      await this.chronicle.write(tx, effects, occasion);
      stateChange('plan', id, { status: plan.status, endReason: null }, { status: 'ended', endReason: reason });
      stateReason(note ?? reason);
      return planById(tx, id);
    });
  }
}

function hasEnded(plan: PlanEntity): Problem {
  return Problem.conflict(
    'plan-ended',
    { reason: plan.endReason ?? '' },
    {
      planStatus: plan.status,
      endReason: plan.endReason,
      allowed: [],
    },
  );
}
