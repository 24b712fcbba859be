import {
  PersonData,
  type Erasure,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
} from '#platform';
import type { EntityManager } from 'typeorm';

/** Reports of the HIS name the person by record number. */
@PersonData()
export class ReportsPersonData implements PersonDataSource {
  readonly tables = ['his_report'];

  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
  }

  async erase(
    tx: EntityManager,
    _ids: readonly string[],
    at: Date,
    { recordNumbers }: Erasure,
  ): Promise<ErasureOutcome[]> {
    const keys = recordNumbers.map(({ issuer, value }) => `${issuer}|${value}`);
    const [, removed]: [unknown, number] = await tx.query(
      'DELETE FROM his_report WHERE record_key = ANY ($1::text[]) AND handled_at <= $2',
      [keys, at],
    );
    return [{ table: 'his_report', removed, emptied: 0, kept: 0 }];
  }
}
