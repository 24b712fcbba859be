import { Clock } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { UnknownYearError } from '../calendars/day-book.rules.js';
import { KIND_NAMES } from '../escalation/notice.rules.js';
import { TicketAccess } from '../tickets/ticket-access.js';
import { ClockTerms, type KnownTerms } from './clock-terms.js';
import { ClockEntity } from './clock.entity.js';
import { REASON_WORDS } from './clock-words.js';
import type { ClockLine, ClockWhy, TicketClock } from './clocks.dto.js';
import { whyOf } from './why.rules.js';

const HISTORY = `
  SELECT clock_id AS "clockId", at, what, facts, actor_name AS "actorName" FROM clock_trail
   WHERE clock_id = ANY ($1::uuid[]) ORDER BY seq`;

/** What was promised of a subject, and why each deadline is what it is. */
@Injectable()
export class ClocksQuery {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly terms: ClockTerms,
    private readonly access: TicketAccess,
  ) {}

  /** @throws Problem 403, 404 */
  async ofTicket(id: string): Promise<TicketClock[]> {
    await this.access.read(this.source.manager, id);
    return this.of(id);
  }

  /** Every clock it ever had, in the order in which they began. */
  async of(subjectId: string): Promise<TicketClock[]> {
    const tx = this.source.manager;
    const clocks = await tx.find(ClockEntity, { where: { subjectId }, order: { startedAt: 'ASC', id: 'ASC' } });
    const known = await this.terms.read(tx, clocks);
    const lines: (ClockLine & { clockId: string })[] = await tx.query(HISTORY, [clocks.map(({ id }) => id)]);
    return clocks.map((each) => ({
      ...viewOf(each),
      why: this.why(each, known),
      history: lines.filter(({ clockId }) => clockId === each.id).map(({ clockId: _clockId, ...line }) => line),
    }));
  }

  private why(clock: ClockEntity, known: KnownTerms): ClockWhy | null {
    try {
      const { segments, ...sums } = whyOf(known.of(clock), clock.stoppedAt, this.clock.now(), known.place);
      const pieces = segments.map(({ from, until, counts, why }) => ({
        ...{ from: new Date(from), until: new Date(until), seconds: Math.round((until - from) / 1000) },
        ...{ counted: counts, why, text: REASON_WORDS[why] },
      }));
      const { limitSeconds, countedSeconds, leftSeconds } = sums;
      return { limitSeconds, countedSeconds, leftSeconds, segments: pieces };
    } catch (error) {
      if (error instanceof UnknownYearError) return null;
      throw error;
    }
  }
}

function viewOf(clock: ClockEntity): Omit<TicketClock, 'why' | 'history'> {
  const { id, kind, startedAt, limitUnit, limitValue, limitUntil, dueAt, pausedAt, stoppedAt, outcome } = clock;
  return {
    ...{ id, kind, name: KIND_NAMES[kind], startedAt, dueAt, stoppedAt, outcome },
    limit: { unit: limitUnit, value: limitValue, until: limitUntil },
    pausedAt: stoppedAt === null ? pausedAt : null,
    ...{ stoppedByName: clock.stoppedByName, breachedAt: clock.breachedAt, level: clock.level },
    ...{ undatedYear: clock.undatedYear, carriesOn: clock.carriesOn },
  };
}
