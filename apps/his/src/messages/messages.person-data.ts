import {
  PersonData,
  type Erasure,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
} from '#platform';
import type { EntityManager } from 'typeorm';

/**
 * Raw messages, found by record number; of those that could not be read also by their bytes. The hash, the control id
 * and the times stay, so that a repeat is still known for one.
 */
@PersonData()
export class MessagesPersonData implements PersonDataSource {
  readonly tables = ['hl7_message'];
  readonly withoutPatients = [{ table: 'partner', reason: 'settings, one row a hospital system' }];

  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
  }

  async erase(
    tx: EntityManager,
    _ids: readonly string[],
    at: Date,
    { recordNumbers }: Erasure,
  ): Promise<ErasureOutcome[]> {
    const values = recordNumbers.map(({ value }) => value);
    const [, emptied]: [unknown, number] = await tx.query(
      `UPDATE hl7_message SET raw = '', record_numbers = '{}', visit_number = NULL, problems = '[]'
        WHERE received_at <= $2 AND raw <> ''
          AND (record_numbers && $1::text[] OR (status = 'rejected' AND EXISTS (
                SELECT 1 FROM unnest($1::text[]) AS word WHERE position(convert_to(word, 'UTF8') in raw) > 0)))`,
      [values, at],
    );
    return [{ table: 'hl7_message', removed: 0, emptied, kept: 0 }];
  }
}
