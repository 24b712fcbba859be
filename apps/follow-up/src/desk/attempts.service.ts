import {
  Clock,
  currentContext,
  type FieldFault,
  Problem,
  requireVersion,
  stateChange,
  stateSubject,
  transact,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { occasionAt, type Occasion } from '../calendar/occasion.js';
import { afterAttempt, UNANSWERED, UnkeepablePromiseError, type AfterAttempt } from '../calls/attempt.rules.js';
import { CallRules } from '../calls/call-rules.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { Chronicle, Effects } from '../plans/chronicle.js';
import { lockTask, notOpen, type LockedTask } from '../tasks/locked-task.js';
import { TaskHerald } from '../tasks/task-herald.js';
import { TaskSeries } from '../tasks/task-series.js';
import { TaskEntity } from '../tasks/task.entity.js';
import { mayBecome } from '../tasks/task.rules.js';
import { presentTask } from '../tasks/tasks.query.js';
import { tellOfAttempt } from './attempt-effects.js';
import { AttemptAnswers } from './attempt-answers.js';
import { attemptOf, endOf, presentAttempt, taskAfter, withoutMessage } from './attempt-rows.js';
import { AttemptEntity } from './attempt.entity.js';
import { DeskMetrics } from './desk.metrics.js';
import type { Attempt, NewAttempt, RecordedAttempt } from './attempts.dto.js';
import { notYours } from './claim-problems.js';
import { forgetHandOut, wasHanded } from './hand-outs.js';
import { LateRecords } from './late-records.js';
import { standingOf } from './late-record.rules.js';
import { isUrgent } from './queue.sql.js';

/** Records what came of calls, and what follows (FU-7). It is the only way in which people close tasks. */
@Injectable()
export class AttemptsService {
  constructor(
    private readonly source: DataSource,
    private readonly rules: CallRules,
    private readonly answers: AttemptAnswers,
    private readonly late: LateRecords,
    private readonly series: TaskSeries,
    private readonly herald: TaskHerald,
    private readonly chronicle: Chronicle,
    private readonly metrics: DeskMetrics,
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
   * @throws Problem 404; 409 when the task is not open or in another nurse's hand and was never handed to this one;
   * 412 when it changed since
   */
  record(id: string, version: number, made: NewAttempt, isLast = false): Promise<RecordedAttempt> {
    return transact(this.source, async (tx) => {
      const locked = await lockTask(tx, id);
      const occasion = occasionAt(this.clock.now(), this.config.hospitalZone);
      refuseContradictions(made);
      const isLate = await this.comesLate(tx, locked.task, version, made, occasion);
      if (isLate) return this.late.keep(tx, locked.task, made, occasion);
      return this.make(tx, locked, made, isLast, occasion);
    });
  }

  /** The same on a task that is locked, open and the caller's to work on. @throws Problem 400 */
  async make(
    tx: EntityManager,
    locked: LockedTask,
    made: NewAttempt,
    isLast: boolean,
    occasion: Occasion,
  ): Promise<RecordedAttempt> {
    const { task } = locked;
    const decided = await this.decide(tx, task, made, isLast, occasion);
    const effects = new Effects();
    const responseId = made.answers && (await this.answers.record(tx, task, made.answers, occasion, effects));
    const attempt = attemptOf(task, made, decided, responseId ?? null, occasion);
    const recorded = await this.store(tx, locked, attempt, decided, occasion, effects);
    this.metrics.attempted(made.outcome);
    return recorded;
  }

  /** @throws Problem 409, 412 */
  private async comesLate(
    tx: EntityManager,
    task: TaskEntity,
    version: number,
    { outcome }: NewAttempt,
    { now }: Occasion,
  ): Promise<boolean> {
    const nurse = currentContext()?.actor?.id ?? '';
    const { claimedBy, claimedUntil } = task;
    const isHeld = claimedBy !== null && claimedUntil !== null && claimedUntil > now;
    const standing = standingOf({
      isOpen: mayBecome(task.status, 'done'),
      hand: !isHeld ? 'nobody' : claimedBy === nurse ? 'hers' : 'another',
      wasHanded: await wasHanded(tx, task.id, nurse),
      isCurrent: task.version === version,
      outcome,
    });
    if (standing === 'task-not-open') throw notOpen(task);
    if (standing === 'task-claimed') throw notYours(claimedUntil ?? now);
    if (standing === 'changed') requireVersion(task.version, version);
    return standing === 'late';
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
      isUrgent: isUrgent(task),
      allowed: this.config.callAttempts,
      busyRetryMinutes: this.config.callBusyRetryMinutes,
      endsAt: endOf(task, zone),
    };
    try {
      const later = callLaterAt === undefined ? {} : { callLaterAt: new Date(callLaterAt) };
      return withoutMessage(task, afterAttempt({ ...facts, ...later }, { ...limits, declared }));
    } catch (error) {
      if (error instanceof UnkeepablePromiseError) throw Problem.invalid([promiseFault(error)]);
      throw error;
    }
  }

  private async store(
    tx: EntityManager,
    { task, plan }: LockedTask,
    attempt: AttemptEntity,
    decided: AfterAttempt,
    occasion: Occasion,
    effects: Effects,
  ): Promise<RecordedAttempt> {
    const after = taskAfter(task, attempt, decided, occasion);
    await tx.insert(AttemptEntity, attempt);
    await tx.update(TaskEntity, { id: task.id }, after);
    await forgetHandOut(tx, task.id, attempt.byId ?? '');
    tellOfAttempt(effects, after, attempt, decided, endOf(task, occasion.zone));
    if (decided.status === 'done') await this.herald.completed(tx, after, occasion, effects);
    if (plan && decided.status === 'done') await this.series.carryOn(tx, plan, task, occasion, effects);
    await this.chronicle.write(tx, effects, occasion);
    stateSubject(task.patientId);
    stateChange('task', task.id, presentTask(task), presentTask(after));
    return { attempt: presentAttempt(attempt), task: presentTask(after) };
  }
}

function refuseContradictions({ outcome, callLaterAt, answers }: NewAttempt): void {
  const faults: FieldFault[] = [];
  if (callLaterAt !== undefined && outcome !== 'call-later')
    faults.push({ field: 'callLaterAt', code: 'only-call-later' });
  if (answers !== undefined && outcome !== 'reached') faults.push({ field: 'answers', code: 'only-when-reached' });
  if (faults.length > 0) throw Problem.invalid(faults);
}

function promiseFault({ reason }: UnkeepablePromiseError): FieldFault {
  const field = 'callLaterAt';
  return reason === 'not-in-future' ? { field, code: 'not-in-future' } : { field, code: 'after-last-day' };
}
