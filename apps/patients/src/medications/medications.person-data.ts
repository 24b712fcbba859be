import {
  PersonData,
  readRows,
  sealRows,
  type Erasure,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
} from '#platform';
import type { EntityManager } from 'typeorm';

const TABLES = ['medication_version', 'medication'];

/** Drugs: part of the medical record, in the person's package as they hold. */
@PersonData()
export class MedicationsPersonData implements PersonDataSource {
  readonly tables = TABLES;

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    const rows = readRows(
      tx,
      `SELECT code, name, "use", dose, dose_unit AS "doseUnit", route, frequency, instructions, quantity,
              quantity_unit AS "quantityUnit", order_number AS "orderNumber", starts_at AS "startsAt",
              ends_at AS "endsAt", dispensed_at AS "dispensedAt", stopped_at AS "stoppedAt"
         FROM medication WHERE patient_id = ANY ($1::uuid[]) ORDER BY starts_at, id`,
      [ids],
    );
    return Promise.resolve([{ name: 'medications', title: { 'zh-CN': '用药', en: 'Medications' }, rows }]);
  }

  async erase(tx: EntityManager, ids: readonly string[], _at: Date, erasure: Erasure): Promise<ErasureOutcome[]> {
    const outcomes: ErasureOutcome[] = [];
    for (const table of TABLES) outcomes.push(await sealRows(tx, erasure, table, 'patient_id', ids));
    return outcomes;
  }
}
