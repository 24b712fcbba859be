import {
  PersonData,
  removeRows,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
  sectionOf,
} from '#platform';
import type { EntityManager } from 'typeorm';

@PersonData()
export class ContactsPersonData implements PersonDataSource {
  readonly tables = ['contact', 'open_ticket'];

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([
      sectionOf(tx, 'contacts', ['联系记录', 'Contacts with you'], CONTACTS, ids),
      sectionOf(tx, 'open-tickets', ['未结工单', 'Your open requests'], TICKETS, ids),
    ]);
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    return [await removeRows(tx, 'contact', 'person_id', ids), await removeRows(tx, 'open_ticket', 'person_id', ids)];
  }
}

const CONTACTS = `
  SELECT at, kind, what, step, outcome, subject_id AS "subjectId", encounter_id AS "encounterId"
    FROM contact WHERE person_id = ANY($1::uuid[]) ORDER BY at DESC, event_id`;

const TICKETS = `
  SELECT number, kind, colour, state, due_at AS "dueAt"
    FROM open_ticket WHERE person_id = ANY($1::uuid[]) ORDER BY due_at, ticket_id`;
