import { Problem } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addDays, type Day } from '../calendar/hospital-day.rules.js';
import type { CalendarYear } from './calendar.dto.js';
import { HolidayBook, type NotedYear } from './holidays.js';

const NOTED = 'SELECT year, holidays::text[] AS holidays FROM calendar_year WHERE year = $1';

/** Public holidays, as the state publishes them and the hospital notes them with complaints (FU-7, ADR 81). */
@Injectable()
export class CalendarService {
  constructor(private readonly source: DataSource) {}

  /** @throws Problem 404 for a year that neither the state nor the hospital said anything of */
  async read(year: number): Promise<CalendarYear> {
    const [noted]: NotedYear[] = await this.source.query(NOTED, [year]);
    if (noted) return { ...noted, source: 'noted' };
    const book = new HolidayBook([]);
    if (!book.knows(year)) throw Problem.notFound('calendar', String(year));
    return { year, source: 'published', holidays: daysOf(year).filter((day) => book.isHoliday(day)) };
  }
}

function daysOf(year: number): Day[] {
  const days: Day[] = [];
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) days.push(day);
  return days;
}
