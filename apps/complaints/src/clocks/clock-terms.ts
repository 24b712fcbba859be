import { prepared } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Calendars } from '../calendars/calendars.js';
import type { Place } from '../calendars/hours.rules.js';
import type { Pause } from '../calendars/stretch.rules.js';
import type { ClockEntity } from './clock.entity.js';
import type { Limit, Terms } from './clock.rules.js';
import { timingOf, type Timing } from './timing.rules.js';

const PAUSES = `
  SELECT clock_id AS "clockId", paused_at AS "pausedAt", resumed_at AS "resumedAt" FROM clock_pause
   WHERE clock_id = ANY ($1::uuid[]) ORDER BY clock_id, paused_at`;

interface PauseRow {
  clockId: string;
  pausedAt: Date;
  resumedAt: Date | null;
}

type Timed = Pick<ClockEntity, 'startedAt' | 'limitUnit' | 'limitValue' | 'limitUntil' | 'hoursId' | 'ladder' | 'step'>;

/** What the rules need to know of some clocks, read at once. */
export interface KnownTerms {
  place: Place;
  of(clock: Timed & { id: string }): Terms;
  timing(clock: Timed & { id: string }, now: Date): Timing;
}

@Injectable()
export class ClockTerms {
  constructor(private readonly calendars: Calendars) {}

  /** @param isNew clocks that are being started have no pauses yet */
  async read(
    tx: EntityManager,
    clocks: readonly Pick<ClockEntity, 'id' | 'hoursId'>[],
    isNew = false,
  ): Promise<KnownTerms> {
    const place = await this.calendars.place(tx);
    const hoursOf = await this.calendars.hours(
      tx,
      clocks.map(({ hoursId }) => hoursId),
    );
    const pauses = isNew
      ? new Map<string, Pause[]>()
      : await pausesOf(
          tx,
          clocks.map(({ id }) => id),
        );
    const of = (clock: Timed & { id: string }): Terms => ({
      startedAt: clock.startedAt,
      limit: limitOf(clock),
      hours: hoursOf(clock.hoursId),
      pauses: pauses.get(clock.id) ?? [],
    });
    return { place, of, timing: (clock, now) => timingOf(of(clock), clock.ladder, clock.step, now, place) };
  }
}

export function limitOf({
  limitUnit,
  limitValue,
  limitUntil,
}: Pick<Timed, 'limitUnit' | 'limitValue' | 'limitUntil'>): Limit {
  if (limitUnit === 'until') return { unit: 'until', at: limitUntil as Date };
  return { unit: limitUnit, value: limitValue as number };
}

export function limitColumns(limit: Limit): Pick<ClockEntity, 'limitUnit' | 'limitValue' | 'limitUntil'> {
  if (limit.unit === 'until') return { limitUnit: 'until', limitValue: null, limitUntil: limit.at };
  return { limitUnit: limit.unit, limitValue: limit.value, limitUntil: null };
}

async function pausesOf(tx: EntityManager, ids: string[]): Promise<Map<string, Pause[]>> {
  const rows = await prepared<PauseRow>(tx, 'clock.pauses', PAUSES, [ids]);
  const found = new Map<string, Pause[]>();
  for (const { clockId, pausedAt, resumedAt } of rows) {
    const pause = { from: pausedAt.getTime(), until: resumedAt?.getTime() ?? Infinity };
    found.set(clockId, [...(found.get(clockId) ?? []), pause]);
  }
  return found;
}
