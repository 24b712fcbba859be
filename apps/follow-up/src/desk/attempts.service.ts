import { Clock, currentContext, newId, Problem, requireVersion, stateChange, stateSubject, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { addDays, startOf } from '../calendar/hospital-day.rules.js';
import { occasionAt, type Occasion } from '../calendar/occasion.js';
import { afterAttempt, UNANSWERED, type AfterAttempt } from '../calls/attempt.rules.js';
import { CallRules } from '../calls/call-rules.js';
import { bandAt } from '../calls/call-times.rules.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { Chronicle, Effects } from '../plans/chronicle.js';
import { lockTask, notOpen, type LockedTask } from '../tasks/locked-task.js';
import { TaskHerald } from '../tasks/task-herald.js';
import { TaskSeries } from '../tasks/task-series.js';
import { TaskEntity } from '../tasks/task.entity.js';
import { mayBecome } from '../tasks/task.rules.js';
import { presentTask } from '../tasks/tasks.query.js';
import { tellOfAttempt } from './attempt-effects.js';
import { AttemptEntity } from './attempt.entity.js';
import type { Attempt, NewAttempt, RecordedAttempt } from './attempts.dto.js';
import { notYours } from './claim-problems.js';

/** Records what came of calls, and what follows (FU-7). It is the only way in which people close tasks. */
@Injectable()
export class AttemptsService {
  constructor(
    private readonly source: DataSource,
    private readonly rules: CallRules,
    private readonly series: TaskSeries,
    private readonly herald: TaskHerald,
    private readonly chronicle: Chronicle,
    private readonly clock: Clock,
    private readonly config: FollowUpConfig,
  ) {}

  /** Oldest first. @throws Problem 404 */
  async list(taskId: string): Promise<Attempt[]> {
    const { manager } = this.source;
    const task = await manager.findOneBy(TaskEntity, { id: taskId });
    if (!task) throw Problem.notFound('task', taskId);
    stateSubject(task.patientId);
    const attempts = await manager.find(AttemptEntity, { where: { taskId }, order: { number: 'ASC' } });
    return attempts.map(presentAttempt);
  }

  /**
   * @param isLast ends the task with this attempt, come what may
   * @throws Problem 404; 409 when the task is not open or in another nurse's hand; 412 when it changed since
   */
  record(id: string, version: number, made: NewAttempt, isLast = false): Promise<RecordedAttempt> {
    return transact(this.source, async (tx) => {
      const locked = await lockTask(tx, id);
      const { task } = locked;
      const occasion = occasionAt(this.clock.now(), this.config.hospitalZone);
      if (!mayBecome(task.status, 'done')) throw notOpen(task);
      refuseOthers(task, occasion);
      requireVersion(task.version, version);
      const decided = await this.decide(tx, task, made, isLast, occasion);
      return this.store(tx, locked, attemptOf(task, made, decided, occasion), decided, occasion);
    });
  }

  private async decide(
    tx: EntityManager,
    task: TaskEntity,
    { outcome, callLaterAt }: NewAttempt,
    isLast: boolean,
    { now, zone }: Occasion,
  ): Promise<AfterAttempt> {
    const { limits } = await this.rules.limits(tx);
    const declared = await this.rules.declared(tx, task.patientId);
    const unansweredBefore = await tx.countBy(
      AttemptEntity,
      UNANSWERED.map((each) => ({ taskId: task.id, outcome: each })),
    );
    const facts = {
      outcome,
      at: now,
      unansweredBefore,
      isLast,
      allowed: this.config.callAttempts,
      busyRetryMinutes: this.config.callBusyRetryMinutes,
      endsAt: endOf(task, zone),
    };
    try {
      const later = callLaterAt === undefined ? {} : { callLaterAt: new Date(callLaterAt) };
      return withoutMessage(task, afterAttempt({ ...facts, ...later }, { ...limits, declared }));
    } catch (error) {
      if (error instanceof RangeError) throw Problem.invalid([{ field: 'callLaterAt', code: error.message }]);
      throw error;
    }
  }

  private async store(
    tx: EntityManager,
    { task, plan }: LockedTask,
    attempt: AttemptEntity,
    decided: AfterAttempt,
    occasion: Occasion,
  ): Promise<RecordedAttempt> {
    const after = taskAfter(task, attempt, decided, occasion);
    await tx.insert(AttemptEntity, attempt);
    await tx.update(TaskEntity, { id: task.id }, after);
    const effects = new Effects();
    tellOfAttempt(effects, after, attempt, decided, endOf(task, occasion.zone));
    if (decided.status === 'done') await this.herald.completed(tx, after, occasion, effects);
    if (plan && decided.status === 'done') await this.series.carryOn(tx, plan, task, occasion, effects);
    await this.chronicle.write(tx, effects, occasion);
    stateSubject(task.patientId);
    stateChange('task', task.id, presentTask(task), presentTask(after));
    return { attempt: presentAttempt(attempt), task: presentTask(after) };
  }
}

/** A message stands in for a call, not for a letter or a visit to a bed. */
function withoutMessage({ mode, kind }: TaskEntity, decided: AfterAttempt): AfterAttempt {
  const isCall = mode === 'call' && kind !== 'in-hospital-care';
  return decided.status === 'done' ? { ...decided, sendsMessage: decided.sendsMessage && isCall } : decided;
}

/** Whose browser died and who called all the same may say what came of it, unless another has taken the task since. */
function refuseOthers({ claimedBy, claimedUntil }: TaskEntity, { now }: Occasion): void {
  const isHeld = claimedBy !== null && claimedUntil !== null && claimedUntil > now;
  if (isHeld && claimedBy !== currentContext()?.actor?.id) throw notYours(claimedUntil);
}

/** The first moment at which a task can no longer be done. */
function endOf({ lapsesOn }: TaskEntity, zone: string): Date | null {
  return lapsesOn === null ? null : startOf(addDays(lapsesOn, 1), zone);
}

function attemptOf(task: TaskEntity, made: NewAttempt, decided: AfterAttempt, { now }: Occasion): AttemptEntity {
  const actor = currentContext()?.actor;
  return {
    id: newId(),
    taskId: task.id,
    patientId: task.patientId,
    number: task.attempts + 1,
    at: now,
    outcome: made.outcome,
    note: made.note ?? null,
    callLaterAt: made.callLaterAt === undefined ? null : new Date(made.callLaterAt),
    nextAt: decided.status === 'open' ? decided.nextAt : null,
    responseId: null,
    byId: actor?.id ?? null,
    byName: actor?.name || null,
  };
}

function taskAfter(task: TaskEntity, attempt: AttemptEntity, decided: AfterAttempt, occasion: Occasion): TaskEntity {
  const worked = {
    ...task,
    attempts: attempt.number,
    claimedBy: null,
    claimedUntil: null,
    givenBackBy: null,
    version: task.version + 1,
  };
  if (decided.status === 'open') {
    const { nextAt, isPromise } = decided;
    const avoidBand = attempt.outcome === 'no-answer' ? bandAt(attempt.at, occasion.zone) : null;
    return { ...worked, readyAt: nextAt, promisedAt: isPromise ? nextAt : null, avoidBand };
  }
  return {
    ...worked,
    status: 'done',
    outcome: decided.outcome,
    note: attempt.note,
    completedAt: attempt.at,
    completedBy: attempt.byId,
    completedByName: attempt.byName,
    deadlineAt: null,
    closedAt: attempt.at,
  };
}

function presentAttempt({ at, callLaterAt, nextAt, ...attempt }: AttemptEntity): Attempt {
  const { id, number, outcome, note, byId, byName } = attempt;
  return {
    id,
    number,
    at: at.toISOString(),
    outcome,
    note,
    callLaterAt: callLaterAt?.toISOString() ?? null,
    nextAt: nextAt?.toISOString() ?? null,
    byId,
    byName,
  };
}
