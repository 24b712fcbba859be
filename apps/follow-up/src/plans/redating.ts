import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Occasion } from '../calendar/occasion.js';
import { PeopleStore, type LockedPerson } from '../people/people.store.js';
import type { ProtocolDefinition } from '../protocols/protocol.rules.js';
import { ProtocolsService } from '../protocols/protocols.service.js';
import { asTask, visitTask } from '../tasks/new-task.js';
import { TaskEntity } from '../tasks/task.entity.js';
import { Chronicle, Effects } from './chronicle.js';
import { waiting, type Anchoring } from './new-plan.js';
import { PlanChanges } from './plan-changes.js';
import { PlanCompletion } from './plan-completion.js';
import { PlanEntity } from './plan.entity.js';
import { carriesSeries, firstVisits, nextRecurring, type ScheduledVisit } from './schedule.rules.js';
import { ENDED_BY_DATE, settle, standingOf, type PlanChange } from './settlement.rules.js';
import { Settlement, type Known } from './settlement.js';

interface Locked {
  person: LockedPerson;
  plan: PlanEntity;
  known: Known;
}

/** What the plan is moved by, and what it says of it. */
interface Change {
  before: ProtocolDefinition;
  after: ProtocolDefinition;
  reason: string;
  /** Whether what lapsed untried comes back when its days are still to come: it lapsed by a mistake. */
  revives: boolean;
}

/** Moves what a running plan has planned and not opened yet: after its anchor was corrected, or its protocol was (FU-5). */
@Injectable()
export class Redating {
  constructor(
    private readonly people: PeopleStore,
    private readonly protocols: ProtocolsService,
    private readonly settlement: Settlement,
    private readonly changes: PlanChanges,
    private readonly completion: PlanCompletion,
    private readonly chronicle: Chronicle,
  ) {}

  /**
   * The operation was at another time. A day that has a plan already keeps that one alone. A plan that ended by the wrong
   * time runs again when it would not have ended by the right one.
   */
  async move(tx: EntityManager, planId: string, when: Anchoring, occasion: Occasion): Promise<void> {
    const locked = await this.lock(tx, planId);
    if (!locked || locked.plan.anchoredAt.getTime() === when.anchoredAt.getTime()) return;
    const { plan, person } = locked;
    if (plan.status === 'ended' && !ENDED_BY_DATE.includes(plan.endReason)) return;
    const { encounterId, anchor } = plan;
    const taken =
      when.anchoredOn !== plan.anchoredOn &&
      encounterId !== null &&
      (await tx.existsBy(PlanEntity, { encounterId, anchor, anchoredOn: when.anchoredOn }));
    if (taken) return;
    const protocol = await this.protocols.definition(tx, plan.protocolCode, plan.protocolVersion);
    const reason = `${plan.anchoredAt.toISOString()} → ${when.anchoredAt.toISOString()}`;
    const change: Change = { before: protocol, after: protocol, reason, revives: true };
    const effects = new Effects();
    const goesOn = plan.status !== 'ended' || (await this.revive(tx, locked, when, change, occasion, effects));
    const standing = await tx.findOneByOrFail(PlanEntity, { id: planId });
    const moved = { ...standing, ...when };
    if (goesOn) return this.carryOut(tx, person, moved, change, occasion, effects);
    await this.write(tx, moved, change, effects);
    await this.chronicle.write(tx, effects, occasion);
  }

  /** Lets a plan run that its wrong date ended. @returns whether it does */
  private async revive(
    tx: EntityManager,
    { plan, person, known }: Locked,
    when: Anchoring,
    change: Change,
    occasion: Occasion,
    effects: Effects,
  ): Promise<boolean> {
    const plans = known.plans.map((each) => (each.id === plan.id ? { ...each, ...when } : each));
    const facts = { ...person, plans, openStays: known.stays };
    const [settled] = settle(facts).filter(({ planId }) => planId === plan.id);
    const mayRun = standingOf({ ...plan, ...when }, facts).status !== 'ended';
    const isUndone =
      mayRun && plan.endReason === 'completed' && (await hasMore(tx, { ...plan, ...when }, change, occasion));
    const back: PlanChange | undefined = isUndone ? { planId: plan.id, status: 'active' } : settled;
    if (back === undefined) return false;
    await this.changes.apply(tx, plan, back, occasion, effects);
    return true;
  }

  /** By another version of its protocol. @returns whether it runs and did not follow that version already */
  async follow(tx: EntityManager, planId: string, version: number, occasion: Occasion): Promise<boolean> {
    const locked = await this.lock(tx, planId);
    if (!locked || locked.plan.protocolVersion === version || locked.plan.status === 'ended') return false;
    const { plan, person } = locked;
    const before = await this.protocols.definition(tx, plan.protocolCode, plan.protocolVersion);
    const after = await this.protocols.definition(tx, plan.protocolCode, version);
    const reason = `v${plan.protocolVersion} → v${version}`;
    await this.carryOut(
      tx,
      person,
      { ...plan, protocolVersion: version },
      { before, after, reason, revives: false },
      occasion,
      new Effects(),
    );
    return true;
  }

  /** The person, then all the person's plans: moving one changes tasks of others, too. */
  private async lock(tx: EntityManager, planId: string): Promise<Locked | null> {
    const found = await tx.findOneBy(PlanEntity, { id: planId });
    if (!found) return null;
    const person = await this.people.lock(tx, found.patientId);
    const known = await this.settlement.known(tx, person);
    const plan = await tx.findOneBy(PlanEntity, { id: planId });
    return plan ? { person, plan, known } : null;
  }

  private async carryOut(
    tx: EntityManager,
    person: LockedPerson,
    plan: PlanEntity,
    change: Change,
    occasion: Occasion,
    effects: Effects,
  ): Promise<void> {
    await this.write(tx, plan, change, effects);
    await this.place(tx, plan, change, occasion);
    await this.completion.endIfOver(tx, plan, occasion, effects);
    await this.settlement.settle(tx, person, occasion, effects);
  }

  private async write(tx: EntityManager, plan: PlanEntity, { reason }: Change, effects: Effects): Promise<void> {
    const { id, anchoredAt, anchoredOn, leftAt, leftOn, protocolVersion } = plan;
    const values = { anchoredAt, anchoredOn, leftAt, leftOn, protocolVersion, version: plan.version + 1 };
    await tx.update(PlanEntity, { id }, values);
    effects.line({ planId: id, what: 'redated', reason });
  }

  private async place(tx: EntityManager, plan: PlanEntity, change: Change, occasion: Occasion): Promise<void> {
    const tasks = await tx.find(TaskEntity, { where: { planId: plan.id }, lock: { mode: 'pessimistic_write' } });
    const anchor = { at: plan.anchoredAt, on: plan.anchoredOn, zone: occasion.zone };
    const visits = firstVisits(change.after, anchor, occasion.today);
    const wanted = visits.filter(({ recurrence }) => recurrence === null);
    for (const task of tasks) {
      const visit =
        task.recurrence === null
          ? wanted.find(({ step }) => step === task.step)
          : nextRecurring(change.after, plan.anchoredOn, newestBeside(task, tasks), occasion.today);
      if (!isMovable(task, visit, change, occasion)) continue;
      const values = visit ? moved(task, visit, plan, occasion) : dropped(task, occasion);
      await tx.update(TaskEntity, { id: task.id }, values);
    }
    await this.add(
      tx,
      plan,
      wanted.filter((visit) => isNew(visit, tasks, occasion)),
      occasion,
    );
    await this.carrySeries(tx, plan, change.after, occasion);
    await tx.update(
      TaskEntity,
      { joinedTo: In(tasks.map(({ id }) => id)), status: 'planned' },
      { joinedTo: null, deadlineAt: occasion.now },
    );
  }

  private async add(tx: EntityManager, plan: PlanEntity, visits: ScheduledVisit[], occasion: Occasion): Promise<void> {
    if (visits.length === 0) return;
    const deadlineAt = plan.status === 'active' ? occasion.now : null;
    const added = visits.map((visit) => ({ ...waiting(visitTask(plan, visit, occasion)), deadlineAt }));
    await tx.insert(TaskEntity, added);
  }

  /** The series goes on though the step that would have begun it is gone, or was closed before there was a series. */
  private async carrySeries(
    tx: EntityManager,
    plan: PlanEntity,
    protocol: ProtocolDefinition,
    occasion: Occasion,
  ): Promise<void> {
    const tasks = await tx.findBy(TaskEntity, { planId: plan.id });
    const isCarried = tasks.some(
      ({ status, step, recurrence }) =>
        (status === 'planned' || status === 'open') && carriesSeries(protocol, step, recurrence),
    );
    if (isCarried) return;
    const next = nextRecurring(protocol, plan.anchoredOn, newestBeside(undefined, tasks), occasion.today);
    await this.add(tx, plan, next ? [next] : [], occasion);
  }
}

/** Planned as its protocol wanted it; or lapsed by a date that was wrong, before anybody tried, and can be done yet. */
function isMovable(
  { status, step, recurrence, attempts }: TaskEntity,
  visit: ScheduledVisit | undefined,
  { before, revives }: Change,
  { today }: Occasion,
): boolean {
  if (status === 'planned') return recurrence !== null || before.steps.some(({ key }) => key === step);
  const isUntried = status === 'lapsed' && recurrence === null && attempts === 0;
  return revives && isUntried && visit !== undefined && visit.lapsesOn >= today;
}

/** Whether by its new date something of a plan that was over is still to be done. */
async function hasMore(tx: EntityManager, plan: PlanEntity, change: Change, occasion: Occasion): Promise<boolean> {
  const tasks = await tx.findBy(TaskEntity, { planId: plan.id });
  const anchor = { at: plan.anchoredAt, on: plan.anchoredOn, zone: occasion.zone };
  const visits = firstVisits(change.after, anchor, occasion.today);
  return visits.some((visit) => {
    const task = tasks.find(({ step }) => step === visit.step);
    return task ? isMovable(task, visit, change, occasion) : isNew(visit, tasks, occasion);
  });
}

/** The number of the newest recurring visit besides this one, whatever became of it. */
function newestBeside(task: TaskEntity | undefined, tasks: TaskEntity[]): number {
  return Math.max(0, ...tasks.map((each) => (each === task ? 0 : (each.recurrence ?? 0))));
}

/** Not among its tasks, whatever became of them, and still to be done. */
function isNew(visit: ScheduledVisit, tasks: TaskEntity[], { today }: Occasion): boolean {
  return visit.lapsesOn >= today && !tasks.some(({ step }) => step === visit.step);
}

/** Looked at by the calendar at once, which opens it or lets it lapse when its days have come or gone. */
function moved(
  task: TaskEntity,
  visit: ScheduledVisit,
  { status }: PlanEntity,
  occasion: Occasion,
): Partial<TaskEntity> {
  const deadlineAt = status === 'active' ? occasion.now : null;
  return {
    ...asTask(visit, occasion),
    status: 'planned',
    closedAt: null,
    joinedTo: null,
    deadlineAt,
    version: task.version + 1,
  };
}

function dropped(task: TaskEntity, { now }: Occasion): Partial<TaskEntity> {
  const closed = { status: 'cancelled', closeReason: 'protocol-changed', closedAt: now, deadlineAt: null } as const;
  return { ...closed, joinedTo: null, version: task.version + 1 };
}
