import { stateChange, stateSubject } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Occasion } from '../calendar/occasion.js';
import { Chronicle, Effects } from '../plans/chronicle.js';
import { TaskEntity } from '../tasks/task.entity.js';
import { presentTask } from '../tasks/tasks.query.js';
import { AttemptAnswers } from './attempt-answers.js';
import { tellOfLateAttempt } from './attempt-effects.js';
import { attemptOf, presentAttempt } from './attempt-rows.js';
import { AttemptEntity } from './attempt.entity.js';
import type { NewAttempt, RecordedAttempt } from './attempts.dto.js';
import { DeskMetrics } from './desk.metrics.js';
import { forgetHandOut } from './hand-outs.js';

/** Of a task that closed while she had it: with her word she lets go of it. */
const OUT_OF_HAND = { claimedBy: null, claimedUntil: null };

/** Keeps what came of calls whose task had gone its way without them: the patient was called, and said things (ADR 77). */
@Injectable()
export class LateRecords {
  constructor(
    private readonly answers: AttemptAnswers,
    private readonly chronicle: Chronicle,
    private readonly metrics: DeskMetrics,
  ) {}

  /** The task keeps its version: whoever works on it now is not sent back to read it again. */
  async keep(tx: EntityManager, task: TaskEntity, made: NewAttempt, occasion: Occasion): Promise<RecordedAttempt> {
    const effects = new Effects();
    const responseId = made.answers && (await this.answers.record(tx, task, made.answers, occasion, effects, true));
    const attempt = attemptOf(task, made, 'late', responseId ?? null, occasion);
    const changes = { attempts: attempt.number, ...(task.claimedBy === attempt.byId && OUT_OF_HAND) };
    const after = { ...task, ...changes };
    await tx.insert(AttemptEntity, attempt);
    await tx.update(TaskEntity, { id: task.id }, changes);
    await forgetHandOut(tx, task.id, attempt.byId ?? '');
    tellOfLateAttempt(effects, after, attempt);
    await this.chronicle.write(tx, effects, occasion);
    stateSubject(task.patientId);
    stateChange('task', task.id, presentTask(task), presentTask(after));
    this.metrics.attempted(made.outcome);
    return { attempt: presentAttempt(attempt), task: presentTask(after) };
  }
}
