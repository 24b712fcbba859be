import { currentContext, newId } from '#platform';
import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { ComplaintsConfig } from '../complaints.config.js';
import type { Occasion } from '../occasion.js';
import { storeRows } from '../stored-rows.js';
import { ladderOf } from '../escalation/ladders.js';
import { stepAfterChange } from '../escalation/ladder.rules.js';
import { enterHistory, type ClockLine } from './clock-history.js';
import { ClockTerms, limitColumns } from './clock-terms.js';
import { ClockEntity } from './clock.entity.js';
import { isLate, percentOf, type Limit } from './clock.rules.js';
import type { ClockKind, ClockOutcome, ClockSubjectType, LadderName, UrgencyRank } from './clock.vocabulary.js';
import { UnknownYearError } from '../calendars/day-book.rules.js';

/** A promise that begins to count. */
export interface NewClock {
  subjectType: ClockSubjectType;
  subjectId: string;
  kind: ClockKind;
  /** From when on it counts; may be long ago, of a letter for instance. */
  startedAt: Date;
  limit: Limit;
  /** Null or left out: round the clock. */
  hoursId?: string | null;
  /** Who is told; `standard` by default: holder, department director, general manager (CP-2). */
  ladder?: LadderName;
  /** What is worked off first when much is due; 2 by default. */
  rank?: UrgencyRank;
}

/** What changes of a running clock; the rest stays. */
export interface ClockChange {
  limit?: Limit;
  hoursId?: string | null;
  rank?: UrgencyRank;
  /** For the history, for instance `recoloured`. */
  why: string;
}

/** Of a kind and subject one runs at most. */
const RUNNING = '(subject_id, kind) WHERE stopped_at IS NULL';

/** The clocks of tickets, reviews, crises and measures. Call it in the transaction that changes the subject, whose row is locked. */
@Injectable()
export class Clocks {
  constructor(
    private readonly terms: ClockTerms,
    private readonly config: ComplaintsConfig,
  ) {}

  /** Starts clocks. One that already runs of that kind and subject goes on instead of the new one. */
  async start(tx: EntityManager, wanted: readonly NewClock[], { now }: Occasion): Promise<void> {
    const clocks = wanted.map((each) => freshClock(each, ladderOf(this.config)));
    const known = await this.terms.read(tx, clocks, true);
    const dated = clocks.map((clock) => ({ ...clock, ...known.timing(clock, now) }));
    if (dated.length === 0) return;
    await storeRows(tx, ClockEntity, dated, RUNNING);
    const undated = dated.filter(({ undatedYear }) => undatedYear !== null);
    await enterHistory(
      tx,
      undated.map(({ id, undatedYear }): ClockLine => ({ clockId: id, what: 'undated', facts: { year: undatedYear } })),
      now,
    );
  }

  /** Stops those of these kinds that run; of the others nothing changes. @param at when what was promised happened */
  async stop(
    tx: EntityManager,
    subjectId: string,
    kinds: ClockKind | readonly ClockKind[] | 'all',
    at: Date,
    outcome: ClockOutcome = 'done',
  ): Promise<void> {
    const running = await this.running(tx, subjectId, kinds);
    for (const clock of running) await tx.update(ClockEntity, { id: clock.id }, stopOf(clock, at, outcome));
  }

  /** The subject is waited for by no fault of ours. A clock that is paused already goes on being so. */
  async pause(tx: EntityManager, subjectId: string, kind: ClockKind, { now }: Occasion, reason: string): Promise<void> {
    const [clock] = await this.running(tx, subjectId, kind);
    if (!clock || clock.pausedAt !== null) return;
    await tx.query('INSERT INTO clock_pause (clock_id, paused_at, reason) VALUES ($1, $2, $3)', [
      clock.id,
      now,
      reason,
    ]);
    await this.retime(tx, { ...clock, pausedAt: now }, now);
    await enterHistory(tx, [{ clockId: clock.id, what: 'paused', facts: { reason } }], now);
  }

  async resume(tx: EntityManager, subjectId: string, kind: ClockKind, { now }: Occasion): Promise<void> {
    const [clock] = await this.running(tx, subjectId, kind);
    if (!clock || clock.pausedAt === null) return;
    await tx.query('UPDATE clock_pause SET resumed_at = $2 WHERE clock_id = $1 AND resumed_at IS NULL', [
      clock.id,
      now,
    ]);
    await this.retime(tx, { ...clock, pausedAt: null }, now);
    await enterHistory(tx, [{ clockId: clock.id, what: 'resumed' }], now);
  }

  /** Changes limits as if they had been so from the start on (CP-1). A breach that was on record stays there. */
  async changeLimit(
    tx: EntityManager,
    subjectId: string,
    kind: ClockKind,
    change: ClockChange,
    { now }: Occasion,
  ): Promise<void> {
    const [clock] = await this.running(tx, subjectId, kind);
    if (!clock) return;
    const { limit, hoursId = clock.hoursId, rank = clock.rank } = change;
    const changed: ClockEntity = { ...clock, ...(limit ? limitColumns(limit) : {}), hoursId, rank };
    await this.retime(tx, { ...changed, round: clock.round + 1 }, now, true);
    const facts = { why: change.why, ...limitFacts('before', clock), ...limitFacts('after', changed) };
    await enterHistory(tx, [{ clockId: clock.id, what: 'limit-changed', facts }], now);
  }

  /** Changes how urgent the subject is against others, of all its clocks. */
  async rank(tx: EntityManager, subjectId: string, rank: UrgencyRank): Promise<void> {
    await tx.update(ClockEntity, { subjectId, stoppedAt: IsNull() }, { rank });
  }

  /** The clocks that run, locked, in a fixed order. */
  running(
    tx: EntityManager,
    subjectId: string,
    kinds: ClockKind | readonly ClockKind[] | 'all' = 'all',
  ): Promise<ClockEntity[]> {
    return tx.find(ClockEntity, {
      where: { subjectId, stoppedAt: IsNull(), ...(kinds === 'all' ? {} : { kind: In([kinds].flat()) }) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Stores a clock as it stands now, with its deadline worked out again. @param ladderAgain its limit is another one */
  async retime(tx: EntityManager, clock: ClockEntity, now: Date, ladderAgain = false): Promise<void> {
    const known = await this.terms.read(tx, [clock]);
    const terms = known.of(clock);
    const momentOf = (percent: number) => unlessUnknown(() => percentOf(terms, percent, known.place));
    const step = ladderAgain ? stepAfterChange(clock.ladder, clock.step, now, momentOf) : clock.step;
    const { id, ...columns } = { ...clock, step };
    await tx.update(ClockEntity, { id }, { ...columns, ...known.timing({ ...clock, step }, now) });
  }
}

function freshClock(wanted: NewClock, ladder: number[]): ClockEntity {
  const { subjectType, subjectId, kind, startedAt, limit } = wanted;
  return {
    ...{ id: newId(), subjectType, subjectId, kind, startedAt, ladder, ...limitColumns(limit) },
    ...{ hoursId: wanted.hoursId ?? null, ladderName: wanted.ladder ?? 'standard', rank: wanted.rank ?? 2 },
    ...{ step: 0, round: 0, level: 0, dueAt: null, nextAt: null, pausedAt: null, undatedYear: null },
    ...{ breachedAt: null, stoppedAt: null, outcome: null, stoppedBy: null, stoppedByName: null, carriesOn: null },
  };
}

/** The columns of a clock that ends. What comes too late is on record, also when no deadline has fired yet. */
export function stopOf(clock: ClockEntity, at: Date, outcome: ClockOutcome): Partial<ClockEntity> {
  const actor = currentContext()?.actor;
  return {
    ...{ stoppedAt: at, outcome, nextAt: null },
    ...{ stoppedBy: actor?.id ?? null, stoppedByName: actor?.name || null },
    ...(clock.breachedAt === null && isLate(clock.dueAt, at) ? { breachedAt: clock.dueAt } : {}),
  };
}

function limitFacts(when: 'before' | 'after', { limitUnit, limitValue, limitUntil }: ClockEntity) {
  return { [`${when}Unit`]: limitUnit, [`${when}Value`]: limitValue ?? limitUntil?.toISOString() ?? null };
}

/** Of a step in a year that nobody knows it is only sure that it is not now. */
export function unlessUnknown(moment: () => Date | null): Date | null {
  try {
    return moment();
  } catch (error) {
    if (error instanceof UnknownYearError) return null;
    throw error;
  }
}
