import { Files, PersonData, type ErasureOutcome, type PersonDataSection, type PersonDataSource } from '#platform';
import type { EntityManager } from 'typeorm';

@PersonData()
export class PhotosPersonData implements PersonDataSource {
  readonly tables = ['person_photo'];

  constructor(private readonly files: Files) {}

  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    const [rows, removed]: [{ file_id: string }[], number] = await tx.query(
      'DELETE FROM person_photo WHERE person_id = ANY ($1::uuid[]) RETURNING file_id',
      [ids],
    );
    for (const row of rows) await this.files.discard(tx, row.file_id);
    return [{ table: 'person_photo', removed, emptied: 0, kept: 0 }];
  }
}
