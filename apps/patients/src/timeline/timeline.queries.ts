import { bindTo, ListReading, Problem, type Page } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordsOf } from '../people/records-of.js';
import { SensitiveAccess } from '../results/sensitive.access.js';
import type { TimelineEntry, TimelinePage, TimelineQuery } from './timeline.dto.js';
import { TIMELINE_KINDS } from './timeline-kinds.js';
import { TIMELINE } from './timeline.list.js';
import { TimelineMetrics } from './timeline.metrics.js';
import { timelineOf } from './timeline.sql.js';

export type TimelineRow = Omit<TimelineEntry, 'at'> & { at: Date; position: string[] };

/** Puts a person's timeline together where it is asked for (PT-2). */
@Injectable()
export class TimelineQueries {
  constructor(
    private readonly source: DataSource,
    private readonly access: SensitiveAccess,
    private readonly metrics: TimelineMetrics,
  ) {}

  /** Of the person and merged records, what happened last first unless sorted otherwise. @throws Problem 400, 404 */
  async ofPatient(id: string, query: TimelineQuery): Promise<TimelinePage> {
    const isFirst = query.cursor === undefined;
    try {
      const page = await this.ofRecords(await recordsOf(this.source.manager, id), query);
      this.metrics.read(isFirst, true);
      return page;
    } catch (error) {
      if (error instanceof Problem && error.status === 404) this.metrics.read(isFirst, false);
      throw error;
    }
  }

  async ofRecords(records: string[], query: TimelineQuery): Promise<Page<TimelineEntry>> {
    const reading = new ListReading(TIMELINE, query);
    const { sql, values } = timelineStatement(reading, records, query, this.access.sees());
    const rows: TimelineRow[] = await this.source.query(sql, values);
    return reading.page(
      rows.map(presented),
      rows.map(({ position }) => position),
    );
  }
}

export function presented({ position: _position, at, ...entry }: TimelineRow): TimelineEntry {
  return { ...entry, at: at.toISOString() };
}

export function timelineStatement(
  reading: ListReading,
  records: string[],
  { kinds }: Pick<TimelineQuery, 'kinds'>,
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
