import {
  Files,
  PersonData,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
  sectionOf,
} from '#platform';
import type { EntityManager } from 'typeorm';

@PersonData()
export class BirthdaysPersonData implements PersonDataSource {
  readonly tables = ['birthday_care'];

  constructor(private readonly files: Files) {}

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([sectionOf(tx, 'birthdays', ['生日关怀', 'Birthday care'], CARE, ids)]);
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

const CARE = `
  SELECT coalesce(greeted_at, prepared_at, created_at) AS at, year, kept_on::text AS "keptOn", status, greeting,
         signed_by AS "signedBy", prepared_by AS "preparedBy", prepared_at AS "preparedAt", greeted_at AS "greetedAt",
         photo_file_id AS "photoFileId"
    FROM birthday_care WHERE person_id = ANY($1::uuid[]) ORDER BY year DESC`;
