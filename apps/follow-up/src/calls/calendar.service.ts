import { Clock, currentContext, Problem, stateChange, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { addDays, type Day } from '../calendar/hospital-day.rules.js';
import type { CalendarYear } from './calendar.dto.js';
import { HolidayBook, type NotedYear } from './holidays.js';

/** Public holidays, as the state publishes them and the hospital notes them (FU-7). */
@Injectable()
export class CalendarService {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 for a year that neither the state nor the hospital said anything of */
  read(year: number): Promise<CalendarYear> {
    return read(this.source.manager, year);
  }

  /** Replaces what was noted of the year, and what is published. @throws Problem 400 for days of another year */
  note(year: number, holidays: Day[]): Promise<CalendarYear> {
    const foreign = holidays.findIndex((day) => Number(day.slice(0, 4)) !== year);
    if (foreign >= 0) throw Problem.invalid([{ field: `holidays.${foreign}`, code: 'day-of-another-year' }]);
    return transact(this.source, async (tx) => {
      const [before]: NotedYear[] = await tx.query(NOTED, [year]);
      const actor = currentContext()?.actor;
      await tx.query(
        `INSERT INTO calendar_year (year, holidays, noted_at, noted_by, noted_by_name) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (year) DO UPDATE SET holidays = $2, noted_at = $3, noted_by = $4, noted_by_name = $5`,
        [year, holidays.toSorted(), this.clock.now(), actor?.id ?? null, actor?.name || null],
      );
      stateChange('calendar', String(year), before ?? null, { year, holidays: holidays.toSorted() });
      return read(tx, year);
    });
  }
}

const NOTED = 'SELECT year, holidays::text[] AS holidays FROM calendar_year WHERE year = $1';

async function read(tx: EntityManager, year: number): Promise<CalendarYear> {
  const [noted]: NotedYear[] = await tx.query(NOTED, [year]);
  if (noted) return { ...noted, source: 'noted' };
  const book = new HolidayBook([]);
  if (!book.knows(year)) throw Problem.notFound('calendar', String(year));
  return { year, source: 'published', holidays: daysOf(year).filter((day) => book.isHoliday(day)) };
}

function daysOf(year: number): Day[] {
  const days: Day[] = [];
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) days.push(day);
  return days;
}
