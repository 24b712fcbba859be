import { prepared } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ComplaintsConfig } from '../complaints.config.js';
import { placeOf, type OpenHours, type Place } from './hours.rules.js';
import { workingDayBook, type NotedYear } from './working-days.js';

const NOTED = 'SELECT year, holidays::text[] AS holidays, workdays::text[] AS workdays FROM calendar_year';
const HOURS = `SELECT id, week, closed_on_holidays AS "closedOnHolidays" FROM working_hours WHERE id = ANY ($1::uuid[])`;

interface HoursRow extends OpenHours {
  id: string;
}

/** What clocks count by: the hospital's zone, its holidays, and the hours that were set. */
@Injectable()
export class Calendars {
  /** Hours never change once they are stored. */
  private readonly known = new Map<string, OpenHours>();

  constructor(private readonly config: ComplaintsConfig) {}

  get zone(): string {
    return this.config.hospitalZone;
  }

  async place(tx: EntityManager): Promise<Place> {
    const noted = await prepared<NotedYear>(tx, 'calendars.noted', NOTED, []);
    return placeOf(this.zone, workingDayBook(noted));
  }

  /** Those that are asked for, by id. */
  async hours(tx: EntityManager, ids: readonly (string | null)[]): Promise<(id: string | null) => OpenHours | null> {
    const missing = [...new Set(ids)].filter((id) => id !== null && !this.known.has(id));
    if (missing.length > 0) {
      const rows = await prepared<HoursRow>(tx, 'calendars.hours', HOURS, [missing]);
      for (const { id, ...hours } of rows) this.known.set(id, hours);
    }
    return (id) => (id === null ? null : (this.known.get(id) ?? null));
  }
}
