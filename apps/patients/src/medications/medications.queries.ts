import { bindTo, Clock, ListReading, type Bind, type ListQuery } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { recordsOf } from '../people/records-of.js';
import { SensitiveAccess } from '../results/sensitive.access.js';
import type { MedicationPage, MedicationView } from './medications.dto.js';
import { MEDICATIONS } from './medications.list.js';
import { isCurrent, medicationsOf } from './medications.sql.js';

export const MOMENTS = ['startsAt', 'endsAt', 'dispensedAt', 'stoppedAt', 'reportedAt'] as const;
type Moment = (typeof MOMENTS)[number];
export type MedicationRow = Omit<MedicationView, Moment> & Record<Moment, Date | null> & { position: string[] };

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
    const records = await recordsOf(this.source.manager, patientId);
    const reading = new ListReading(MEDICATIONS, query);
    const values: unknown[] = [records, this.clock.now()];
    const rows: MedicationRow[] = await this.source.query(
      medicationsSql(reading, bindTo(values), this.access.sees()),
      values,
    );
    return reading.page(
      rows.map(viewOf),
      rows.map(({ position }) => position),
    );
  }
}

/** SQL: a page of the drugs of the records in `$1` at the moment `$2`. */
export function medicationsSql(reading: ListReading, bind: Bind, seesSensitive: boolean): string {
  const conditions = reading.conditions(bind).map((condition) => ` AND ${condition}`);
  return `SELECT ${COLUMNS}, ${reading.positionSql} AS position
      FROM (SELECT medication.*, ${isCurrent('$2::timestamptz')} AS current
              FROM (${medicationsOf(seesSensitive)}) medication) medication
     WHERE true${conditions.join('')} ORDER BY ${reading.orderBy} LIMIT ${reading.rowLimit}`;
}

const COLUMNS = [
  ...['id', 'patientId', 'encounterId', 'orderNumber', 'sensitive', 'withheld', 'code', 'name', 'use', 'current'],
  ...['dose', 'doseUnit', 'form', 'route', 'frequency', 'instructions', 'quantity', 'quantityUnit', 'refills'],
  ...['doctorCode', 'doctorName', 'stopReason', ...MOMENTS],
]
  .map((name) => `medication."${name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}" AS "${name}"`)
  .join(', ');

export function viewOf({ position: _position, ...row }: MedicationRow): MedicationView {
  const moments = MOMENTS.map((name) => [name, row[name]?.toISOString() ?? null] as const);
  return { ...row, ...(Object.fromEntries(moments) as Pick<MedicationView, Moment>) };
}
