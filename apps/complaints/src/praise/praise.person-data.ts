import {
  Files,
  PersonData,
  sectionOf,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
} from '#platform';
import type { EntityManager } from 'typeorm';
import { takePatients } from '../tickets/living-patients.js';

/** Praise the person gave. Of an erased person only whom it was for, and the reward, stay. */
@PersonData()
export class PraisePersonData implements PersonDataSource {
  readonly tables = ['praise'];

  constructor(private readonly files: Files) {}

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([sectionOf(tx, 'praise', ['您的表扬', 'Praise you gave'], PRAISE, ids)]);
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    await takePatients(tx, ids);
    const photos: { id: string }[] = await tx.query(
      'SELECT photo_file_id AS id FROM praise WHERE patient_id = ANY ($1::uuid[]) AND photo_file_id IS NOT NULL',
      [ids],
    );
    for (const { id } of photos) await this.files.discard(tx, id);
    const [, emptied]: [unknown, number] = await tx.query(
      `UPDATE praise SET patient_id = NULL, from_name = NULL, text = '—', photo_file_id = NULL, decision_note = NULL,
              version = version + 1
        WHERE patient_id = ANY ($1::uuid[])`,
      [ids],
    );
    return [{ table: 'praise', removed: 0, emptied, kept: 0 }];
  }
}

const PRAISE = `
  SELECT received_at AS "receivedAt", kind, from_name AS "fromName", text, department_code AS department, state,
         decided_at AS "decidedAt", id
    FROM praise WHERE patient_id = ANY($1::uuid[]) ORDER BY received_at DESC, id`;
