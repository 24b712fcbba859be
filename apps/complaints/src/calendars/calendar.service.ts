import { Clock, currentContext, Problem, stateChange, transact, type FieldFault } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Temporal } from 'temporal-polyfill';
import type { NewWorkingYear, WorkingYear } from './calendar.dto.js';
import type { Day } from './day-book.rules.js';
import { Redating } from './redating.js';
import { ToldYears } from './told-years.js';
import { isPublished, workingDayBook, type NotedYear } from './working-days.js';

const NOTED =
  'SELECT year, holidays::text[] AS holidays, workdays::text[] AS workdays FROM calendar_year WHERE year = $1';

/** Which days are worked, as the state publishes them and the hospital notes them (CP-9). */
@Injectable()
export class CalendarService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly told: ToldYears,
    private readonly redating: Redating,
  ) {}

  /** @throws Problem 404 for a year that neither the state nor the hospital said anything of */
  read(year: number): Promise<WorkingYear> {
    return read(this.source.manager, year);
  }

  /** Replaces what was noted of the year, and what is published; running clocks are dated by it. */
  async note(year: number, body: NewWorkingYear): Promise<WorkingYear> {
    const { holidays, workdays } = body;
    const faults = [...foreign('holidays', holidays, year), ...foreign('workdays', workdays, year), ...both(body)];
    if (faults.length > 0) throw Problem.invalid(faults);
    return transact(this.source, async (tx) => {
      const [before]: NotedYear[] = await tx.query(NOTED, [year]);
      const now = this.clock.now();
      const actor = currentContext()?.actor;
      const noted = { holidays: holidays.toSorted(), workdays: workdays.toSorted() };
      await tx.query(
        `INSERT INTO calendar_year (year, holidays, workdays, noted_at, noted_by, noted_by_name)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (year) DO UPDATE SET holidays = $2, workdays = $3,
           noted_at = greatest($4, calendar_year.noted_at), noted_by = $5, noted_by_name = $6`,
        [year, noted.holidays, noted.workdays, now, actor?.id ?? null, actor?.name || null],
      );
      stateChange('working-calendar', String(year), before ?? null, { year, ...noted });
      await this.redating.begin(tx, year, now);
      await this.told.tell(tx, year, now);
      return read(tx, year);
    });
  }
}

async function read(tx: EntityManager, year: number): Promise<WorkingYear> {
  const [noted]: NotedYear[] = await tx.query(NOTED, [year]);
  if (noted) return { year, holidays: [...noted.holidays], workdays: [...noted.workdays], source: 'noted' };
  if (!isPublished(year)) throw Problem.notFound('working-calendar', String(year));
  const book = workingDayBook([]);
  const days = daysOf(year);
  return {
    ...{ year, source: 'published' },
    holidays: days.filter((day) => book(day) === 'holiday'),
    workdays: days.filter((day) => book(day) === 'working' && Temporal.PlainDate.from(day).dayOfWeek > 5),
  };
}

function foreign(field: string, days: readonly Day[], year: number): FieldFault[] {
  return days.flatMap((day, index) =>
    Number(day.slice(0, 4)) === year ? [] : [{ field: `${field}.${index}`, code: 'day-of-another-year' }],
  );
}

function both({ holidays, workdays }: NewWorkingYear): FieldFault[] {
  return workdays.flatMap((day, index) =>
    holidays.includes(day) ? [{ field: `workdays.${index}`, code: 'day-both-ways' }] : [],
  );
}

function daysOf(year: number): Day[] {
  const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  return Array.from({ length: first.daysInYear }, (_, days) => first.add({ days }).toString());
}
