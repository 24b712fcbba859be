import { backlogOf, type Backlog, type DeadlineSource, type DueRow } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import type { Day } from '../calendar/hospital-day.rules.js';
import { occasionAt, type Occasion } from '../calendar/occasion.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { Chronicle, Effects } from '../plans/chronicle.js';
import { deadlineOf, standingOn, type TaskStatus } from './task.rules.js';
import { TaskEntity } from './task.entity.js';
import { TaskHerald } from './task-herald.js';
import { TaskSeries } from './task-series.js';

interface DueTask extends DueRow {
  /** Null for a task outside plans, and so are the four facts of its plan. */
  planId: string | null;
  patientId: string;
  encounterId: string | null;
  step: string;
  recurrence: number | null;
  status: TaskStatus;
  opensOn: Day;
  opensAt: Date | null;
  lapsesOn: Day | null;
  anchoredOn: Day;
  protocolCode: string;
  protocolVersion: number;
}

const TASK = `
  task.id, task.deadline_at AS "dueAt", task.plan_id AS "planId", task.patient_id AS "patientId",
  task.encounter_id AS "encounterId", task.step, task.recurrence, task.status, task.opens_on::text AS "opensOn",
  task.opens_at AS "opensAt", task.lapses_on::text AS "lapsesOn"`;
const UNDONE = `task.status IN ('planned', 'open')`;
/** Both rows: a plan that somebody is changing right now is left for the next round. */
const CLAIM = `
  SELECT ${TASK}, plan.anchored_on::text AS "anchoredOn", plan.protocol_code AS "protocolCode",
         plan.protocol_version AS "protocolVersion"
    FROM task JOIN plan ON plan.id = task.plan_id
   WHERE task.deadline_at <= $1 AND ${UNDONE} AND plan.status = 'active' AND task.id <> ALL($3::uuid[])
   ORDER BY task.deadline_at LIMIT $2
     FOR UPDATE OF task, plan SKIP LOCKED`;
const CLAIM_OUTSIDE_PLANS = `
  SELECT ${TASK} FROM task
   WHERE task.deadline_at <= $1 AND ${UNDONE} AND task.plan_id IS NULL AND task.id <> ALL($3::uuid[])
   ORDER BY task.deadline_at LIMIT $2
     FOR UPDATE SKIP LOCKED`;

/** The calendar: opens a visit when its window begins and lets it lapse when nobody did it in time (FU-2). */
@Injectable()
export class TaskDeadlines implements DeadlineSource<DueTask> {
  readonly name = 'follow-up.task';
  readonly anyDue = 'EXISTS (SELECT FROM task WHERE deadline_at <= $1)';

  constructor(
    private readonly config: FollowUpConfig,
    private readonly series: TaskSeries,
    private readonly herald: TaskHerald,
    private readonly chronicle: Chronicle,
  ) {}

  async claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DueTask[]> {
    const planned: DueTask[] = await tx.query(CLAIM, [now, limit, except]);
    if (planned.length === limit) return planned;
    const atWill: DueTask[] = await tx.query(CLAIM_OUTSIDE_PLANS, [now, limit - planned.length, except]);
    return [...planned, ...atWill];
  }

  backlog(source: DataSource, now: Date): Promise<Backlog> {
    return backlogOf(source, 'task', 'deadline_at', now);
  }

  async handle(tx: EntityManager, task: DueTask, now: Date): Promise<void> {
    const occasion = occasionAt(now, this.config.hospitalZone);
    const status = standingOn(task, occasion);
    await this.place(tx, task, status, occasion);
    if (status === task.status || status === 'planned') return;
    const effects = new Effects();
    await this.tell(tx, task, status, occasion, effects);
    await this.chronicle.write(tx, effects, occasion);
  }

  private async tell(
    tx: EntityManager,
    task: DueTask,
    status: 'open' | 'lapsed',
    occasion: Occasion,
    effects: Effects,
  ): Promise<void> {
    const row = await tx.findOneByOrFail(TaskEntity, { id: task.id });
    if (status === 'open') return this.herald.opened(tx, [row], occasion, effects);
    await this.herald.lapsed(tx, [row], occasion, effects);
    if (task.planId !== null) await this.series.carryOn(tx, { ...task, id: task.planId }, task, occasion, effects);
  }

  private async place(tx: EntityManager, task: DueTask, status: TaskStatus, occasion: Occasion): Promise<void> {
    await tx.query(
      `UPDATE task SET status = $2, deadline_at = $3, closed_at = $4,
              version = version + CASE WHEN status = $2 THEN 0 ELSE 1 END
        WHERE id = $1`,
      [task.id, status, deadlineOf(status, task, occasion.zone), status === 'lapsed' ? occasion.now : null],
    );
  }
}
