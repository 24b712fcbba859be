import { prepared } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Day } from '../calendar/hospital-day.rules.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { ofPersons } from '../people/people.store.js';
import { minutesOf, type CallLimits, type DeclaredTime } from './call-times.rules.js';
import { HolidayBook, type NotedYear } from './holidays.js';

/** Under the id that was asked for, whether or not this service knows the person, and all it was merged with. */
const DECLARED = ofPersons(`
  SELECT declared FROM contact_times
   WHERE patient_id = ANY (ARRAY(SELECT id FROM family UNION SELECT unnest($1::uuid[])))`);
const NOTED = 'SELECT year, holidays::text[] AS holidays FROM calendar_year';

/** What limits calls here: the hospital's quiet hours and holidays, and the times patients declared (FU-7). */
@Injectable()
export class CallRules {
  constructor(private readonly config: FollowUpConfig) {}

  /** What limits routine calls to anybody. */
  async limits(tx: EntityManager): Promise<{ limits: CallLimits; book: HolidayBook }> {
    const { hospitalZone: zone, callQuietFrom, callQuietUntil, callsOnHolidays } = this.config;
    const quiet = { from: minutesOf(callQuietFrom), until: minutesOf(callQuietUntil) };
    const book = new HolidayBook(await prepared<NotedYear>(tx, 'calls.years', NOTED, []));
    return { limits: { zone, quiet, ...(callsOnHolidays ? {} : { rests: (day: Day) => restsOn(book, day) }) }, book };
  }

  /** When this person does not want to be called, noted under any of the ids. */
  async declared(tx: EntityManager, patientId: string): Promise<DeclaredTime[]> {
    const rows = await prepared<{ declared: DeclaredTime[] }>(tx, 'calls.declared', DECLARED, [[patientId]]);
    return rows.flatMap(({ declared }) => declared);
  }
}

/** Of days to come: in a year that nobody knows yet the day itself will be asked about again, loudly. */
function restsOn(book: HolidayBook, day: Day): boolean {
  return book.knows(Number(day.slice(0, 4))) && book.isHoliday(day);
}
