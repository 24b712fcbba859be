import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { MedicationRecord, MedicationVersion } from './medication.entity.js';
import type { MedicationReport } from './medication.rules.js';

/** Which order of whom. */
export interface OrderKey {
  readonly partner: string;
  readonly orderNumber: string;
  /** Of the person and all records merged into it. */
  readonly records: readonly string[];
}

@Injectable()
export class MedicationsStore {
  /** All drugs of an order; locked. */
  ofOrder(tx: EntityManager, { partner, orderNumber, records }: OrderKey): Promise<MedicationRecord[]> {
    const where = { partner, orderNumber, patientId: In([...records]) };
    return tx.find(MedicationRecord, { where, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
  }

  /**
   * All reports of one drug of an order, those of all its drugs included, and stops that know it by its name only.
   * @param drug its code, else its name
   */
  async reports(
    tx: EntityManager,
    { partner, orderNumber, records }: OrderKey,
    drug: string,
    name: string | null | undefined,
  ): Promise<MedicationReport[]> {
    const where = { partner, orderNumber, patientId: In([...records]) };
    const rows = await tx.find(MedicationVersion, { where });
    return rows
      .filter((row) => row.drug === null || row.drug === drug || (row.action === 'stopped' && row.drug === name))
      .map(({ toldAt, arrival, action, content }) => ({ toldAt, arrival: Number(arrival), action, content }));
  }

  /** Whether it is of what the hospital calls sensitive (PT-9). */
  async isSensitive(tx: EntityManager, { code, name, patientId, visitNumber }: MedicationRecord): Promise<boolean> {
    const [row]: { sensitive: boolean | null }[] = await tx.query(
      `SELECT is_sensitive($1::text[], $2::text, (SELECT department_code FROM encounter
         WHERE patient_id = $3 AND visit_number = $4 ORDER BY id LIMIT 1)) AS sensitive`,
      [code === null ? [] : [code], name ?? '', patientId, visitNumber],
    );
    return row?.sensitive === true;
  }
}
