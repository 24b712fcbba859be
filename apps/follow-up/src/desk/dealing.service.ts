import { Clock, Problem, stateChange, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { addDays, dayOf, startOf, type Day } from '../calendar/hospital-day.rules.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { deal, type Dealing, type DealtTask } from './dealing.rules.js';
import type { DealingAnswer, DealTasks, LeftTasks, Reassign } from './nurses.dto.js';
import { available, knownNurses, type KnownNurse } from './nurses.js';
import { DAY, NURSE, RANK, waitingAt } from './queue.sql.js';

const MOST = 2_000;
const REASONS_SHOWN = 200;

/**
 * Of nobody's, in the order in which they are to be done. Urgent tasks and promised calls stay everybody's: they wait for
 * no nurse whose shift is over.
 */
const UNDEALT = `${waitingAt('$3')} AND ${NURSE} = '' AND ${RANK} = 1 AND ${DAY} <= $1`;
const WITH_SKILL = '(skill IS NULL OR skill = ANY ($2::text[]))';
const DOABLE = `SELECT id, skill FROM task WHERE ${UNDEALT} AND ${WITH_SKILL} ORDER BY ${DAY}, id LIMIT $4`;
const LEFT = `
  SELECT skill, count(*)::int AS count FROM task WHERE ${UNDEALT} AND NOT ${WITH_SKILL} GROUP BY skill ORDER BY skill`;

const OF_NURSE = `
  SELECT id, skill FROM task
   WHERE assigned_to = $1 AND status = 'open' AND ${DAY} >= coalesce($2::date, '-infinity')
     AND ${DAY} <= coalesce($3::date, 'infinity')
   ORDER BY ${DAY}, id FOR NO KEY UPDATE`;

/** Who does what: tasks are dealt by skill and load, and dealt anew when somebody is off (FU-7). */
@Injectable()
export class DealingService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly config: FollowUpConfig,
  ) {}

  /** Deals what is nobody's. */
  deal({ dueUntil, most, preview = false }: DealTasks): Promise<DealingAnswer> {
    return this.alone(async (tx, today) => {
      const until = dueUntil ?? today;
      const { nurses, byRoster } = available(await this.nursesOf(tx, today, until));
      const skills = [...new Set(nurses.flatMap((nurse) => nurse.skills))];
      const locking = preview ? '' : ' FOR NO KEY UPDATE SKIP LOCKED';
      const now = this.clock.now();
      const tasks: DealtTask[] = await tx.query(DOABLE + locking, [until, skills, now, most ?? MOST]);
      const beyondThem: LeftTasks[] = await tx.query(LEFT, [until, skills, now]);
      const dealing = deal(tasks, nurses);
      const answer = answerOf(dealing, nurses, { byRoster, preview }, beyondThem);
      if (!preview) {
        await assign(tx, dealing);
        stateChange('follow-up-dealing', until, null, { dueUntil: until, ...told(answer) });
      }
      return answer;
    });
  }

  /** Gives a nurse's open tasks to another, or deals them. @throws Problem 404 for a nurse nobody knows, 400 for `to` */
  reassign(nurseId: string, { to, dueFrom, dueUntil, preview = false }: Reassign): Promise<DealingAnswer> {
    return this.alone(async (tx, today) => {
      const all = await this.nursesOf(tx, today, dueUntil);
      const tasks: DealtTask[] = await tx.query(OF_NURSE, [nurseId, dueFrom ?? null, dueUntil ?? null]);
      if (tasks.length === 0 && !(await isKnown(tx, nurseId))) throw Problem.notFound('nurse', nurseId);
      const others = all.filter(({ id }) => id !== nurseId);
      const { nurses, byRoster } =
        to === undefined ? available(others) : { nurses: [takesOver(others, to)], byRoster: false };
      const dealing = deal(tasks, nurses);
      if (!preview) {
        await assign(tx, dealing);
        await unassign(tx, dealing.left);
        stateChange(
          'nurse',
          nurseId,
          { reassigned: 0 },
          { reassigned: tasks.length, to: to ?? null, dueFrom, dueUntil },
        );
      }
      return answerOf(dealing, nurses, { byRoster, preview });
    });
  }

  /** One dealing at a time: two would both see the same loads. */
  private alone<T>(work: (tx: EntityManager, today: Day) => Promise<T>): Promise<T> {
    return transact(this.source, async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('follow-up.dealing', 0))`);
      return work(tx, dayOf(this.clock.now(), this.config.hospitalZone));
    });
  }

  /** Whose shift is over can do no more of what is due until today. */
  private nursesOf(tx: EntityManager, today: Day, dueUntil: Day | undefined): Promise<KnownNurse[]> {
    const { hospitalZone: zone } = this.config;
    const isForToday = dueUntil !== undefined && dueUntil <= today;
    const from = isForToday ? this.clock.now() : startOf(today, zone);
    return knownNurses(tx, { from, until: startOf(addDays(today, 1), zone) });
  }
}

function takesOver(nurses: KnownNurse[], to: string): KnownNurse {
  const nurse = nurses.find(({ id }) => id === to);
  if (!nurse) throw Problem.invalid([{ field: 'to', code: 'nurse-unknown' }]);
  return nurse;
}

async function isKnown(tx: EntityManager, accountId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query('SELECT 1 FROM known_account WHERE id = $1', [accountId]);
  return rows.length > 0;
}

async function assign(tx: EntityManager, { dealt }: Dealing): Promise<void> {
  await tx.query(
    `UPDATE task SET assigned_to = dealt.nurse, given_back_by = NULL FROM unnest($1::uuid[], $2::text[]) AS dealt (id, nurse)
      WHERE task.id = dealt.id`,
    [dealt.map(({ taskId }) => taskId), dealt.map(({ nurseId }) => nurseId)],
  );
}

/** They wait for whoever has the skill. */
async function unassign(tx: EntityManager, left: DealtTask[]): Promise<void> {
  await tx.query('UPDATE task SET assigned_to = NULL WHERE id = ANY ($1::uuid[])', [left.map(({ id }) => id)]);
}

function answerOf(
  { dealt, left }: Dealing,
  nurses: KnownNurse[],
  facts: { byRoster: boolean; preview: boolean },
  beyondThem: LeftTasks[] = [],
): DealingAnswer {
  const added = Map.groupBy(dealt, ({ nurseId }) => nurseId);
  return {
    ...facts,
    dealt: dealt.length,
    shares: nurses
      .filter(({ id }) => added.has(id))
      .map(({ id, name, load }) => ({ nurseId: id, name, before: load, added: added.get(id)?.length ?? 0 })),
    left: [...leftBySkill(left), ...beyondThem],
    reasons: dealt.slice(0, REASONS_SHOWN),
  };
}

/** Who got how many: what the audit keeps of a dealing. */
function told({ byRoster, dealt, shares, left }: DealingAnswer) {
  return { byRoster, dealt, shares: shares.map(({ nurseId, added }) => ({ nurseId, added })), left };
}

function leftBySkill(left: DealtTask[]): LeftTasks[] {
  return [...Map.groupBy(left, ({ skill }) => skill)].map(([skill, tasks]) => ({ skill, count: tasks.length }));
}
