import { PlanCreatedV1 } from '#contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Occasion } from '../calendar/occasion.js';
import type { LockedPerson } from '../people/people.store.js';
import type { ChosenProtocol } from '../protocols/protocols.service.js';
import { TaskHerald } from '../tasks/task-herald.js';
import type { Effects } from './chronicle.js';
import { recordPlan } from './discharge-record.js';
import { Joining } from './joining.js';
import { planOf, waiting, type Beginning, type NewPlan } from './new-plan.js';
import type { PlanEntity } from './plan.entity.js';
import { settle, type PlanChange } from './settlement.rules.js';
import { runningAfter, Settlement, type KnownPlan } from './settlement.js';

/** Begins plans of every kind, among those the person has. */
@Injectable()
export class PlanStarts {
  constructor(
    private readonly settlement: Settlement,
    private readonly joining: Joining,
    private readonly herald: TaskHerald,
  ) {}

  /** Begins a plan unless it has begun already, and writes everything that came of it. The person is locked. */
  async begin(
    tx: EntityManager,
    person: LockedPerson,
    beginning: Beginning,
    { protocol, because }: ChosenProtocol,
    occasion: Occasion,
    effects: Effects,
  ): Promise<PlanEntity | undefined> {
    const { plans, stays } = await this.settlement.known(tx, person);
    if (plans.some((plan) => isSame(plan, beginning, protocol.code))) return undefined;
    const created = planOf(beginning, protocol, occasion);
    const all = [...plans, created.plan];
    const decided = settle({ ...person, plans: all, openStays: stays });
    await this.place(tx, created, all, decided);
    await recordPlan(tx, created);
    await this.tellOf(tx, created, because, occasion, effects);
    await this.settlement.carryOut(tx, all, decided, occasion, effects);
    return created.plan;
  }

  /**
   * Lets tasks of a plan to be wait that may not open: because it will not run, or another contact stands for them. One
   * whose days are all over by now is decided to end as it begins.
   */
  async place(
    tx: EntityManager,
    created: NewPlan,
    all: (KnownPlan | PlanEntity)[],
    decided: PlanChange[],
  ): Promise<void> {
    const running = runningAfter(all, decided);
    if (!running.includes(created.plan.id)) created.tasks = created.tasks.map(waiting);
    const others = running.filter((id) => id !== created.plan.id);
    if (others.length < running.length) await this.joining.holdBack(tx, created, others, created.plan.createdAt);
    const planId = created.plan.id;
    const isOver = !created.tasks.some(({ status }) => status === 'planned' || status === 'open');
    const isDecided = decided.some((change) => change.planId === planId);
    if (isOver && !isDecided) decided.push({ planId, status: 'ended', reason: 'completed' });
  }

  /** The plan's first lines and events, in the order it happened. */
  async tellOf(
    tx: EntityManager,
    { plan, tasks }: NewPlan,
    because: string,
    occasion: Occasion,
    effects: Effects,
  ): Promise<void> {
    const { id: planId, patientId, encounterId, dischargeNumber, protocolCode, protocolVersion } = plan;
    const reason = [plan.remark, because].filter(Boolean).join('; ');
    effects.line({ planId, what: 'created', ...(reason === '' ? {} : { reason }) });
    const visit = encounterId === null ? {} : { encounterId };
    effects.event(PlanCreatedV1, { planId, patientId, ...visit, dischargeNumber, protocolCode, protocolVersion });
    for (const task of tasks) {
      if (task.status === 'open') await this.herald.opened(tx, [task], occasion, effects);
      else if (task.status === 'lapsed') await this.herald.lapsed(tx, [task], occasion, effects);
    }
  }
}

/** A visit and an admission begin one plan, operations one a day, and what is asked for at will one a protocol and day. */
function isSame(plan: KnownPlan, { anchor, encounterId, when, dischargeNumber }: Beginning, code: string): boolean {
  if (plan.withdrawal === 'procedure-withdrawn') return false;
  if (plan.anchor !== anchor || plan.encounterId !== encounterId) return false;
  if (anchor === 'discharge') return plan.dischargeNumber === dischargeNumber;
  if ((anchor === 'visit' || anchor === 'admission') && encounterId !== null) return true;
  const sameDay = plan.anchoredOn === when.anchoredOn;
  return anchor === 'operation'
    ? sameDay
    : sameDay && plan.protocolCode === code && (plan.status !== 'ended' || plan.endReason === 'completed');
}
