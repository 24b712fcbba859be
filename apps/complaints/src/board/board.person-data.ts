import { PersonData, removeRows, type ErasureOutcome, type PersonDataSection, type PersonDataSource } from '#platform';
import type { EntityManager } from 'typeorm';

/** The cards of the person's tickets: nothing that the tickets do not say. */
@PersonData()
export class BoardPersonData implements PersonDataSource {
  readonly tables = ['board_card'];

  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    const tickets: { id: string }[] = await tx.query('SELECT id FROM ticket WHERE patient_id = ANY ($1::uuid[])', [
      ids,
    ]);
    const ticketIds = tickets.map(({ id }) => id);
    return [await removeRows(tx, 'board_card', 'ticket_id', ticketIds)];
  }
}
