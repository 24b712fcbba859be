import { newId } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays, dayOf, type Day } from '../calendar/hospital-day.rules.js';
import type { Occasion } from '../calendar/occasion.js';
import type { Effects } from '../plans/chronicle.js';
import { UNTOUCHED } from './new-task.js';
import { TaskEntity } from './task.entity.js';
import { TaskHerald } from './task-herald.js';
import { deadlineOf, standingOn, type TaskKind, type TaskMode } from './task.rules.js';

/** Days after the due date at whose end a task outside protocols lapses, unless it says otherwise. */
export const LAPSES_AFTER_DAYS = 7;

/** A task outside a protocol's steps: a survey, a call back, what a green channel needs. */
export interface TaskAtWill {
  patientId: string;
  encounterId?: string | null;
  /** The plan it came up in and ends with; its `step` is then unique in that plan. The plan is locked and active. */
  planId?: string | null;
  kind: TaskKind;
  step: string;
  nameZh: string;
  nameEn: string;
  /** `call` by default. */
  mode?: TaskMode;
  questionnaire?: { code: string; version?: number | null };
  skill?: string | null;
  /** At once by default. */
  opensAt?: Date;
  /** The moment it is due; by default the day it opens is. */
  dueAt?: Date;
  /** The last day on which it can be done; null: it waits for ever, which only a task outside plans may. By default a week after it is due. */
  lapsesOn?: Day | null;
}

/** Makes tasks that no protocol prescribes. */
@Injectable()
export class NewTasks {
  constructor(private readonly herald: TaskHerald) {}

  /** Stores the task and, when its time has come, opens it: with its event, its line of the trail and the listeners. */
  async open(tx: EntityManager, wanted: TaskAtWill, occasion: Occasion, effects: Effects): Promise<TaskEntity> {
    const task = taskAtWill(wanted, occasion);
    await tx.insert(TaskEntity, task);
    if (task.status === 'open') await this.herald.opened(tx, [task], occasion, effects);
    return task;
  }
}

function taskAtWill(wanted: TaskAtWill, occasion: Occasion): TaskEntity {
  const { zone, now } = occasion;
  const opensAt = wanted.opensAt ?? null;
  const opensOn = dayOf(opensAt ?? now, zone);
  const dueOn = wanted.dueAt ? dayOf(wanted.dueAt, zone) : opensOn;
  const lapsesOn = wanted.lapsesOn === undefined ? addDays(dueOn, LAPSES_AFTER_DAYS) : wanted.lapsesOn;
  const days = { opensOn, opensAt, lapsesOn };
  const status = standingOn(days, occasion);
  return {
    ...UNTOUCHED,
    ...days,
    id: newId(),
    planId: wanted.planId ?? null,
    patientId: wanted.patientId,
    encounterId: wanted.encounterId ?? null,
    kind: wanted.kind,
    mode: wanted.mode ?? 'call',
    questionnaireCode: wanted.questionnaire?.code ?? null,
    questionnaireVersion: wanted.questionnaire?.version ?? null,
    skill: wanted.skill ?? null,
    step: wanted.step,
    recurrence: null,
    nameZh: wanted.nameZh,
    nameEn: wanted.nameEn,
    dueOn,
    dueAt: wanted.dueAt ?? null,
    status,
    deadlineAt: deadlineOf(status, days, zone),
  };
}
