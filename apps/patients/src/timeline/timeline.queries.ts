import { bindTo, ListQuery, ListReading, prepared, type Page } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordsOf } from '../people/records-of.js';
import { SensitiveAccess } from '../results/sensitive.access.js';
import type { TimelineEntry, TimelinePage, TimelineQuery } from './timeline.dto.js';
import { TIMELINE_KINDS } from './timeline-kinds.js';
import { TIMELINE } from './timeline.list.js';
import { timelineOf } from './timeline.sql.js';

type Row = Omit<TimelineEntry, 'at'> & { at: Date; position: string[] };

/** Puts a person's timeline together where it is asked for (PT-2). */
@Injectable()
export class TimelineQueries {
  constructor(
    private readonly source: DataSource,
    private readonly access: SensitiveAccess,
  ) {}

  /** Of the person and merged records, what happened last first unless sorted otherwise. @throws Problem 400, 404 */
  async ofPatient(id: string, query: TimelineQuery): Promise<TimelinePage> {
    return this.ofRecords(await recordsOf(this.source.manager, id), query);
  }

  async ofRecords(records: string[], query: TimelineQuery): Promise<Page<TimelineEntry>> {
    const reading = new ListReading(TIMELINE, query);
    const { sql, values } = timelineStatement(reading, records, query, this.access.sees());
    const rows: Row[] = await this.source.query(sql, values);
    return reading.page(
      rows.map(presented),
      rows.map(({ position }) => position),
    );
  }

  /**
   * What happened last, for look-ups: planned once a connection, since to plan so many parts takes ten times as long as
   * to read them. A person of several records is read as the whole timeline is.
   */
  async latest(records: string[]): Promise<TimelineEntry[]> {
    const query = Object.assign(new ListQuery(), { limit: LATEST });
    if (records.length > 1) return (await this.ofRecords(records, query)).items;
    const sees = this.access.sees();
    const { sql, values } = timelineStatement(new ListReading(TIMELINE, query), records, query, sees);
    const name = `patients.timeline.latest.${sees ? 'whole' : 'shown'}`;
    const rows = await prepared<Row>(this.source, name, sql.replaceAll(OF_MANY, OF_ONE), values);
    return rows.slice(0, LATEST).map(presented);
  }
}

const LATEST = 10;
const OF_MANY = '= ANY ($1::uuid[])';
/** Of an array the planner expects ten ids, and would rather plan anew each time. */
const OF_ONE = '= ($1::uuid[])[1]';

function presented({ position: _position, at, ...entry }: Row): TimelineEntry {
  return { ...entry, at: at.toISOString() };
}

export function timelineStatement(
  reading: ListReading,
  records: string[],
  { kinds }: TimelineQuery,
  seesSensitive = false,
) {
  const values: unknown[] = [records];
  const conditions = reading.conditions(bindTo(values)).map((condition) => ` AND ${condition}`);
  const sql = `
    SELECT entry.id, entry.kind, entry.at, entry.patient_id AS "patientId", entry.what, entry.title, entry.outcome,
           entry.encounter_id AS "encounterId", entry.subject_id AS "subjectId", ${reading.positionSql} AS position
      FROM (${timelineOf(kinds ?? TIMELINE_KINDS, seesSensitive)}) entry
     WHERE true${conditions.join('')}
     ORDER BY ${reading.orderBy} LIMIT ${reading.rowLimit}`;
  return { sql, values };
}
