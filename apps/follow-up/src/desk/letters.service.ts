import { Clock, type FieldFault, Problem, requireVersion, stateChange, stateSubject, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Day } from '../calendar/hospital-day.rules.js';
import { occasionAt, type Occasion } from '../calendar/occasion.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { Chronicle, Effects } from '../plans/chronicle.js';
import { lockTask, notOpen, type LockedTask } from '../tasks/locked-task.js';
import { TaskEntity } from '../tasks/task.entity.js';
import { mayBecome } from '../tasks/task.rules.js';
import type { Task } from '../tasks/tasks.dto.js';
import { presentTask } from '../tasks/tasks.query.js';
import { AttemptsService } from './attempts.service.js';
import type { LetterDates } from './letters.dto.js';

/** Letters: when they went out, and when they came back, which ends the task (FU-7). */
@Injectable()
export class LettersService {
  constructor(
    private readonly source: DataSource,
    private readonly attempts: AttemptsService,
    private readonly chronicle: Chronicle,
    private readonly clock: Clock,
    private readonly config: FollowUpConfig,
  ) {}

  /** @throws Problem 404; 400 for dates in the wrong order or to come; 409 when it is not open or no letter; 412 */
  note(id: string, version: number, letter: LetterDates): Promise<Task> {
    return transact(this.source, async (tx) => {
      const { task, plan } = await lockTask(tx, id);
      if (!mayBecome(task.status, 'done')) throw notOpen(task);
      if (task.mode !== 'letter') throw Problem.conflict('task-not-letter', {}, { mode: task.mode });
      requireVersion(task.version, version);
      const occasion = occasionAt(this.clock.now(), this.config.hospitalZone);
      refuse(letter, task, occasion.today);
      const dated = {
        ...task,
        letterSentOn: letter.sentOn ?? task.letterSentOn,
        letterReturnedOn: letter.returnedOn ?? null,
      };
      if (letter.returnedOn === undefined) return this.sent(tx, task, dated, letter.note, occasion);
      return this.returned(tx, { task: dated, plan }, letter, occasion);
    });
  }

  private async sent(
    tx: EntityManager,
    before: TaskEntity,
    dated: TaskEntity,
    note: string | undefined,
    occasion: Occasion,
  ): Promise<Task> {
    const after = { ...dated, version: before.version + 1 };
    await tx.update(TaskEntity, { id: before.id }, after);
    const effects = new Effects();
    const line = { what: 'letter-sent', step: before.step, ...(note === undefined ? {} : { note }) } as const;
    if (before.planId !== null) effects.line({ planId: before.planId, ...line });
    await this.chronicle.write(tx, effects, occasion);
    stateSubject(before.patientId);
    stateChange('task', before.id, presentTask(before), presentTask(after));
    return presentTask(after);
  }

  private async returned(
    tx: EntityManager,
    locked: LockedTask,
    letter: LetterDates,
    occasion: Occasion,
  ): Promise<Task> {
    const { note, answers } = letter;
    const made = {
      outcome: 'reached' as const,
      ...(note === undefined ? {} : { note }),
      ...(answers ? { answers } : {}),
    };
    const { task } = await this.attempts.make(tx, locked, made, true, occasion);
    return task;
  }
}

function refuse({ sentOn, returnedOn, answers }: LetterDates, task: TaskEntity, today: Day): void {
  const faults: FieldFault[] = [];
  const sent = sentOn ?? task.letterSentOn;
  if (sentOn === undefined && returnedOn === undefined) faults.push({ field: 'sentOn', code: 'sent-or-returned' });
  if (sentOn !== undefined && sentOn > today) faults.push({ field: 'sentOn', code: 'day-to-come' });
  if (returnedOn !== undefined && returnedOn > today) faults.push({ field: 'returnedOn', code: 'day-to-come' });
  if (returnedOn !== undefined && (sent === null || returnedOn < sent)) {
    faults.push({ field: 'returnedOn', code: 'before-sent' });
  }
  if (answers !== undefined && returnedOn === undefined) faults.push({ field: 'answers', code: 'only-when-returned' });
  if (faults.length > 0) throw Problem.invalid(faults);
}
