import { PersonData, sectionOf, type ErasureOutcome, type PersonDataSection, type PersonDataSource } from '#platform';
import type { EntityManager } from 'typeorm';
import { takePatients } from '../tickets/living-patients.js';

/** What somebody who is known to be a patient wrote about the hospital. */
@PersonData()
export class ReviewsPersonData implements PersonDataSource {
  readonly tables = ['review'];

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([sectionOf(tx, 'reviews', ['网络评价', 'Reviews'], WRITTEN, ids)]);
  }

  /** That there was a bad review, and when it was answered, stays for the figures; not whose it was and what it said. */
  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    await takePatients(tx, ids);
    const [, emptied]: [unknown, number] = await tx.query(EMPTY, [ids]);
    return [{ table: 'review', removed: 0, emptied, kept: 0 }];
  }
}

const WRITTEN = `
  SELECT platform, url, stars, author, text, detected_at AS "detectedAt", answer, answered_at AS "answeredAt"
    FROM review WHERE patient_id = ANY($1::uuid[]) ORDER BY detected_at, id`;

const EMPTY = `
  UPDATE review SET patient_id = NULL, ticket_id = NULL, author = NULL, text = '', url = 'erased:' || id,
         answer = CASE WHEN answer IS NULL THEN NULL ELSE '' END
   WHERE patient_id = ANY($1::uuid[])`;
