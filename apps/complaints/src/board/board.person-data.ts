import { PersonData, removeRows, type ErasureOutcome, type PersonDataSection, type PersonDataSource } from '#platform';
import type { EntityManager } from 'typeorm';
import { lockTicketsOf } from '../tickets/locked-ticket.js';

/** The cards of the person's tickets: nothing that the tickets do not say. */
@PersonData()
export class BoardPersonData implements PersonDataSource {
  readonly tables = ['board_card'];

  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    return [await removeRows(tx, 'board_card', 'ticket_id', await lockTicketsOf(tx, ids))];
  }
}
