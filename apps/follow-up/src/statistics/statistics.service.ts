import { Clock, Problem } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addDays, startOf } from '../calendar/hospital-day.rules.js';
import { occasionAt, type Occasion } from '../calendar/occasion.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { contacts, dueTasks, isOfStays, stays } from './figures.sql.js';
import { share, type Grouping } from './indicator.rules.js';
import { comparable, daysIn, elapsed, LONGEST_PERIOD_DAYS, type CountedPeriod } from './period.rules.js';
import type { CountedFigures, FollowUpFigures, FollowUpStatistics, StatisticsQuery } from './statistics.dto.js';

/** What the three statements count of one group, or of the whole. */
interface Counts {
  key: string | null;
  whole: boolean;
  name?: string | null;
  due?: number;
  done?: number;
  overdue?: number;
  lapsed?: number;
  calls?: number;
  callsReached?: number;
  contacts?: number;
  patients?: number;
  intervals?: number;
  days?: number;
  discharges?: number;
  followed?: number;
}

/** FU-12: the indicators of follow-up, counted when somebody asks. Definitions: docs/follow-up-indicators.md. */
@Injectable()
export class StatisticsService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly config: FollowUpConfig,
  ) {}

  /** @throws Problem 400 for a period that ends before it begins, or is longer than a year */
  async read({ from, to, by, comparedWith }: StatisticsQuery): Promise<FollowUpStatistics> {
    requirePeriod({ from, to });
    const occasion = occasionAt(this.clock.now(), this.config.hospitalZone);
    const counted = elapsed({ from, to }, occasion.today);
    const counts = counted ? await this.counts(counted, by, occasion) : [];
    const before = comparedWith && comparable({ from, to }, occasion.today, comparedWith);
    return {
      ...{ from, to, asOf: occasion.now.toISOString(), zone: occasion.zone },
      whole: counted ? wholeOf(counted, counts) : null,
      compared: before ? wholeOf(before, await this.counts(before, undefined, occasion)) : null,
      groups: by ? groupsOf(counts, by) : [],
    };
  }

  private async counts(period: CountedPeriod, by: Grouping | undefined, { zone }: Occasion): Promise<Counts[]> {
    const { from, to, countedTo } = period;
    const [began, ended, cut] = [from, addDays(to, 1), addDays(countedTo, 1)].map((day) => startOf(day, zone));
    return [
      ...(await this.source.query<Counts[]>(dueTasks(by), [from, to, countedTo, cut])),
      ...(await this.source.query<Counts[]>(contacts(by), [began, ended])),
      ...(await this.source.query<Counts[]>(stays(by), [began, ended, cut])).filter(
        ({ whole }) => whole || isOfStays(by),
      ),
    ];
  }
}

/** @throws Problem 400 */
export function requirePeriod(period: { from: string; to: string }): void {
  if (period.to < period.from) throw Problem.invalid([{ field: 'to', code: 'period-reversed' }]);
  if (daysIn(period) > LONGEST_PERIOD_DAYS)
    throw Problem.invalid([{ field: 'to', code: 'period-too-long', params: { days: LONGEST_PERIOD_DAYS } }]);
}

function wholeOf(period: CountedPeriod, counts: readonly Counts[]): CountedFigures {
  return { ...period, ...figuresOf(together(counts.filter(({ whole }) => whole))) };
}

function groupsOf(counts: readonly Counts[], by: Grouping) {
  const keys = [...new Set(counts.flatMap((each) => (each.whole ? [] : [each.key])))];
  return keys
    .map((key) => {
      const own = together(counts.filter((each) => !each.whole && each.key === key));
      const { followUpRate, ...figures } = figuresOf(own);
      return { key, name: own.name ?? null, ...figures, followUpRate: isOfStays(by) ? followUpRate : null };
    })
    .sort((a, b) => (a.key === null ? 1 : b.key === null ? -1 : a.key < b.key ? -1 : 1));
}

/** Each statement counts things of its own; a name is told by whichever knows it. */
function together(rows: readonly Counts[]): Partial<Counts> {
  return Object.assign({}, ...rows.map((row) => without(row))) as Partial<Counts>;
}

const without = (row: Counts) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

function figuresOf(counts: Partial<Counts>): FollowUpFigures {
  const { due = 0, done = 0, overdue = 0, lapsed = 0, discharges = 0, followed = 0 } = counts;
  const { calls = 0, callsReached = 0, contacts: spoken = 0, patients = 0, intervals = 0, days = 0 } = counts;
  return {
    taskCompletion: share(done, due),
    followUpRate: share(followed, discharges),
    reachRate: share(callsReached, calls),
    overdue: share(overdue, due),
    lapsed: share(lapsed, due),
    contactsPerPatient: share(spoken, patients, 2),
    contactInterval: share(Number(days.toFixed(2)), intervals, 2),
  };
}
