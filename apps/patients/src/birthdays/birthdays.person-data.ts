import { Files, PersonData, type ErasureOutcome, type PersonDataSection, type PersonDataSource } from '#platform';
import type { EntityManager } from 'typeorm';

@PersonData()
export class BirthdaysPersonData implements PersonDataSource {
  readonly tables = ['birthday_care'];

  constructor(private readonly files: Files) {}

  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    const [rows, removed]: [{ photo: string | null }[], number] = await tx.query(
      'DELETE FROM birthday_care WHERE person_id = ANY ($1::uuid[]) RETURNING photo_file_id AS photo',
      [ids],
    );
    for (const { photo } of rows) if (photo !== null) await this.files.discard(tx, photo);
    return [{ table: 'birthday_care', removed, emptied: 0, kept: 0 }];
  }
}
