import { PersonData, removeRows, type ErasureOutcome, type PersonDataSection, type PersonDataSource } from '#platform';
import type { EntityManager } from 'typeorm';

/** Digests only: what was written stands in the ticket, and goes with it. */
@PersonData()
export class PublicFormPersonData implements PersonDataSource {
  readonly tables = ['public_complaint'];

  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    const tickets: { id: string }[] = await tx.query('SELECT id FROM ticket WHERE patient_id = ANY ($1::uuid[])', [
      ids,
    ]);
    const ticketIds = tickets.map(({ id }) => id);
    return [await removeRows(tx, 'public_complaint', 'ticket_id', ticketIds)];
  }
}
