import { checkpoint } from '#event-bus';
import { Clock, prepared, Problem, stateSubject, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { dayOf } from '../calendar/hospital-day.rules.js';
import { CallRules } from '../calls/call-rules.js';
import { barrierAt, nextCallMoment, nextTryMoment, type Barrier, type CallLimits } from '../calls/call-times.rules.js';
import type { HolidayBook } from '../calls/holidays.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { taskColumns, taskOf, type TaskRow } from '../tasks/task-row.js';
import { TaskEntity } from '../tasks/task.entity.js';
import { endOf } from './attempt-rows.js';
import { nurseInTurn, type Nurse } from './nurse.js';
import { topForNurse, WAITING, type Look, type WaitingTask } from './queue.js';

export interface HandedOut {
  task: TaskEntity | null;
  /** Why there is none. */
  because: 'nothing-waiting' | 'ask-again' | Barrier | null;
  /** When routine calls begin again; null when they go on. */
  resumesAt: Date | null;
}

/** So many patients who are not to be called right now are put off by one request: well below a second of work. */
const PUT_OFF_AT_ONCE = 100;
const NEVER_CALLABLE_MS = 86_400_000;

/** By what was handed to her: no index has who holds a task, so that a claim writes none of the task's (ADR 86). */
const HELD = `
  SELECT ${WAITING} FROM task
   WHERE id IN (SELECT task_id FROM task_hand_out WHERE account_id = $1)
     AND claimed_by = $1 AND status = 'open' AND claimed_until > $2
   ORDER BY claimed_at NULLS FIRST, id FOR UPDATE`;
/** Whoever has the task in hand from now on may say what came of it, whatever becomes of the task (ADR 77). */
const CLAIM = (columns: string) => `
  WITH handed AS (
    INSERT INTO task_hand_out (task_id, account_id, at, lease_until) VALUES ($1, $2, $4, $3)
    ON CONFLICT (task_id, account_id) DO UPDATE SET at = excluded.at, lease_until = excluded.lease_until
  )
  UPDATE task SET claimed_by = $2, claimed_until = $3, claimed_at = $4, given_back_by = NULL WHERE id = $1
  RETURNING ${columns}`;
/** Asking again and again keeps a task for four times CLAIM_MINUTES, no longer. */
const PROLONG = `
  WITH kept AS (
    UPDATE task SET claimed_until = greatest(claimed_until, least(
      $2::timestamptz + $3::integer * interval '1 minute', claimed_at + 4 * $3::integer * interval '1 minute'))
     WHERE id = ANY ($1::uuid[]) RETURNING id, claimed_by, claimed_until
  )
  UPDATE task_hand_out SET lease_until = kept.claimed_until FROM kept
   WHERE task_id = kept.id AND account_id = kept.claimed_by`;
const PUT_BACK = 'UPDATE task SET claimed_by = NULL, claimed_until = NULL, ready_at = $2 WHERE id = $1';

/** Hands tasks to nurses: one to one, never the same to two (FU-7). */
@Injectable()
export class HandOut {
  constructor(
    private readonly source: DataSource,
    private readonly rules: CallRules,
    private readonly clock: Clock,
    private readonly config: FollowUpConfig,
  ) {}

  /** The task in the nurse's hand, or else the next one. @throws Problem 409 when nobody knows this year's holidays */
  next(): Promise<HandedOut> {
    return transact(this.source, async (tx) => {
      const nurse = await nurseInTurn(tx);
      const now = this.clock.now();
      const inHand = await this.prolonged(tx, nurse, now);
      const handed = inHand ? { task: inHand, because: null, resumesAt: null } : await this.fromQueue(tx, nurse, now);
      if (handed.task) stateSubject(handed.task.patientId);
      return handed;
    });
  }

  /**
   * Whoever asks is there: she keeps all she has in hand for another while, except whom nobody may call any more right now.
   * @returns the one she has had longest, when she has her hands full
   */
  private async prolonged(tx: EntityManager, { accountId }: Nurse, now: Date): Promise<TaskEntity | undefined> {
    const held = await prepared<WaitingTask>(tx, 'desk.held', HELD, [accountId, now]);
    if (held.length === 0) return undefined;
    const { limits } = await this.rules.limits(tx);
    const kept: string[] = [];
    for (const task of held) {
      const at = await this.mayGoOnAt(tx, task, now, limits);
      if (at <= now) kept.push(task.id);
      else await tx.query(PUT_BACK, [task.id, at]);
    }
    await tx.query(PROLONG, [kept, now, this.config.claimMinutes]);
    const [longest] = kept;
    if (longest === undefined || kept.length < this.config.claimsPerNurse) return undefined;
    return tx.findOneByOrFail(TaskEntity, { id: longest });
  }

  /** From when on she may go on with what she has in hand; that another time of day would be better holds nobody up. */
  private async mayGoOnAt(tx: EntityManager, task: WaitingTask, now: Date, limits: CallLimits): Promise<Date> {
    if (!task.isPromised || task.isUrgent) return this.callableAt(tx, { ...task, avoidBand: null }, now, limits);
    return nextCallMoment(now, { zone: limits.zone, quiet: limits.quiet }) ?? now;
  }

  private async fromQueue(tx: EntityManager, nurse: Nurse, now: Date): Promise<HandedOut> {
    const { limits, book } = await this.rules.limits(tx);
    const barrier = barrierAt(now, limits);
    const unknown = barrier === undefined ? this.unknownYear(book, now) : undefined;
    const opening = barrier === 'quiet-hours' ? 'urgent' : barrier || unknown ? 'promised' : 'all';
    const nightSkill = opening === 'urgent' ? '' : this.config.nightDeskSkill;
    const task = await this.take(tx, { nurse, now, opening, nightSkill }, limits);
    if (task === 'ask-again') return { task: null, because: task, resumesAt: now };
    if (task) return { task, because: null, resumesAt: null };
    if (unknown !== undefined) throw Problem.conflict('calendar-unknown', { year: unknown }, { year: unknown });
    const resumesAt = barrier === undefined ? null : (nextCallMoment(now, limits) ?? null);
    return { task: null, because: barrier ?? 'nothing-waiting', resumesAt };
  }

  private async take(tx: EntityManager, look: Look, limits: CallLimits): Promise<TaskEntity | 'ask-again' | undefined> {
    for (let putOff = 0; putOff < PUT_OFF_AT_ONCE; putOff++) {
      const waiting = await topForNurse(tx, look);
      if (waiting === undefined) return undefined;
      const at = await this.callableAt(tx, waiting, look.now, limits);
      if (at <= look.now) return this.claim(tx, waiting.id, look.nurse.accountId, look.now);
      await tx.query('UPDATE task SET ready_at = $2 WHERE id = $1', [waiting.id, at]);
    }
    return 'ask-again';
  }

  /** From when on this patient may be called: a promised call is held up by quiet hours only, an urgent one by nothing. */
  private async callableAt(tx: EntityManager, task: WaitingTask, now: Date, limits: CallLimits): Promise<Date> {
    if (task.isUrgent || task.isPromised) return now;
    const declared = await this.rules.declared(tx, task.patientId);
    const endsAt = endOf(task, limits.zone);
    const at = nextTryMoment(now, { ...limits, declared, avoid: task.avoidBand }, endsAt);
    return at ?? new Date(now.getTime() + NEVER_CALLABLE_MS);
  }

  private async claim(tx: EntityManager, id: string, accountId: string, now: Date): Promise<TaskEntity> {
    const until = new Date(now.getTime() + this.config.claimMinutes * 60_000);
    const [row] = await prepared<TaskRow>(tx, 'desk.claim', CLAIM(taskColumns(tx)), [id, accountId, until, now]);
    checkpoint('desk.claimed');
    return taskOf(tx, row as TaskRow);
  }

  /** The year when today may be a holiday for all we know. */
  private unknownYear(book: HolidayBook, now: Date): number | undefined {
    const year = Number(dayOf(now, this.config.hospitalZone).slice(0, 4));
    return this.config.callsOnHolidays || book.knows(year) ? undefined : year;
  }
}
