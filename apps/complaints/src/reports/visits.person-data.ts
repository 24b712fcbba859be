import {
  PersonData,
  removeRows,
  sectionOf,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
} from '#platform';
import type { EntityManager } from 'typeorm';

@PersonData()
export class VisitsPersonData implements PersonDataSource {
  readonly tables = ['complainant_visit'];

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([
      sectionOf(tx, 'visits-after-complaints', ['投诉后的就诊', 'Visits after a complaint'], VISITS, ids),
    ]);
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    return [await removeRows(tx, 'complainant_visit', 'patient_id', ids)];
  }
}

const VISITS = `
  SELECT began_at AS "startedAt", encounter_id AS "encounterId"
    FROM complainant_visit WHERE patient_id = ANY($1::uuid[]) ORDER BY began_at DESC, encounter_id`;
