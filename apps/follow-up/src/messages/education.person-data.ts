import {
  PersonData,
  removeRows,
  sectionOf,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
} from '#platform';
import type { EntityManager } from 'typeorm';

/** Messages with advice that were planned for the person. */
@PersonData()
export class EducationPersonData implements PersonDataSource {
  readonly tables = ['education_message'];

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([
      sectionOf(tx, 'education-messages', ['康复指导短信', 'Messages with advice'], MESSAGES, ids),
    ]);
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    return [await removeRows(tx, 'education_message', 'patient_id', ids)];
  }
}

const MESSAGES = `
  SELECT planned_for AS "plannedFor", sent, due_at AS "dueAt", plan_id AS "planId", response_id AS "responseId", id
    FROM education_message WHERE patient_id = ANY($1::uuid[]) ORDER BY planned_for DESC, id`;
