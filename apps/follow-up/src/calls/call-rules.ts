import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Day } from '../calendar/hospital-day.rules.js';
import { FollowUpConfig } from '../follow-up.config.js';
import { PeopleStore } from '../people/people.store.js';
import { minutesOf, type CallLimits, type DeclaredTime } from './call-times.rules.js';
import { HolidayBook, type NotedYear } from './holidays.js';

/** What limits calls here: the hospital's quiet hours and holidays, and the times patients declared (FU-7). */
@Injectable()
export class CallRules {
  constructor(
    private readonly config: FollowUpConfig,
    private readonly people: PeopleStore,
  ) {}

  /** What limits routine calls to anybody. */
  async limits(tx: EntityManager): Promise<{ limits: CallLimits; book: HolidayBook }> {
    const { hospitalZone: zone, callQuietFrom, callQuietUntil, callsOnHolidays } = this.config;
    const quiet = { from: minutesOf(callQuietFrom), until: minutesOf(callQuietUntil) };
    const noted: NotedYear[] = await tx.query('SELECT year, holidays::text[] AS holidays FROM calendar_year');
    const book = new HolidayBook(noted);
    return { limits: { zone, quiet, ...(callsOnHolidays ? {} : { rests: (day: Day) => restsOn(book, day) }) }, book };
  }

  /** When this person does not want to be called, noted under any of the ids. */
  async declared(tx: EntityManager, patientId: string): Promise<DeclaredTime[]> {
    const ids = await this.people.idsOf(patientId, tx);
    const rows: { declared: DeclaredTime[] }[] = await tx.query(
      'SELECT declared FROM contact_times WHERE patient_id = ANY ($1::uuid[])',
      [ids],
    );
    return rows.flatMap(({ declared }) => declared);
  }
}

/** Of days to come: in a year that nobody knows yet the day itself will be asked about again, loudly. */
function restsOn(book: HolidayBook, day: Day): boolean {
  return book.knows(Number(day.slice(0, 4))) && book.isHoliday(day);
}
