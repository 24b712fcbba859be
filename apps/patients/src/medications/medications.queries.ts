import { bindTo, Clock, ListReading, type ListQuery } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordsOf } from '../people/records-of.js';
import { SensitiveAccess } from '../results/sensitive.access.js';
import type { MedicationPage, MedicationView } from './medications.dto.js';
import { MEDICATIONS } from './medications.list.js';
import { isCurrent, medicationsOf } from './medications.sql.js';

const MOMENTS = ['startsAt', 'endsAt', 'dispensedAt', 'stoppedAt', 'reportedAt'] as const;
type Moment = (typeof MOMENTS)[number];
type Row = Omit<MedicationView, Moment> & Record<Moment, Date | null> & { position: string[] };

/** Reads drugs straight to the answer, as far as the caller may see them (PT-2, PT-9). */
@Injectable()
export class MedicationQueries {
  constructor(
    private readonly source: DataSource,
    private readonly access: SensitiveAccess,
    private readonly clock: Clock,
  ) {}

  /** Those of the person, merged records included, the latest first unless sorted otherwise. @throws Problem 400, 403, 404 */
  async ofPatient(patientId: string, query: ListQuery): Promise<MedicationPage> {
    return this.ofRecords(await recordsOf(this.source.manager, patientId), query);
  }

  async ofRecords(records: string[], query: ListQuery): Promise<MedicationPage> {
    const reading = new ListReading(MEDICATIONS, query);
    const values: unknown[] = [records, this.clock.now()];
    const conditions = reading.conditions(bindTo(values)).map((condition) => ` AND ${condition}`);
    const sql = `SELECT ${COLUMNS}, ${reading.positionSql} AS position
      FROM (SELECT medication.*, ${isCurrent('$2')} AS current
              FROM (${medicationsOf(this.access.sees())}) medication) medication
     WHERE true${conditions.join('')} ORDER BY ${reading.orderBy} LIMIT ${reading.rowLimit}`;
    const rows: Row[] = await this.source.query(sql, values);
    return reading.page(
      rows.map(viewOf),
      rows.map(({ position }) => position),
    );
  }
}

const COLUMNS = [
  ...['id', 'patientId', 'encounterId', 'orderNumber', 'sensitive', 'withheld', 'code', 'name', 'use', 'current'],
  ...['dose', 'doseUnit', 'form', 'route', 'frequency', 'instructions', 'quantity', 'quantityUnit', 'refills'],
  ...['doctorCode', 'doctorName', 'stopReason', ...MOMENTS],
]
  .map((name) => `medication."${name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}" AS "${name}"`)
  .join(', ');

function viewOf({ position: _position, ...row }: Row): MedicationView {
  const moments = MOMENTS.map((name) => [name, row[name]?.toISOString() ?? null] as const);
  return { ...row, ...(Object.fromEntries(moments) as Pick<MedicationView, Moment>) };
}
