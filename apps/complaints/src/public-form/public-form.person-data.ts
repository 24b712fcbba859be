import { PersonData, removeRows, type ErasureOutcome, type PersonDataSection, type PersonDataSource } from '#platform';
import type { EntityManager } from 'typeorm';
import { lockTicketsOf } from '../tickets/locked-ticket.js';

/** Digests only: what was written stands in the ticket, and goes with it. */
@PersonData()
export class PublicFormPersonData implements PersonDataSource {
  readonly tables = ['public_complaint'];

  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    return [await removeRows(tx, 'public_complaint', 'ticket_id', await lockTicketsOf(tx, ids))];
  }
}
