import {
  PersonData,
  sealRows,
  type Erasure,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
  sectionOf,
} from '#platform';
import type { EntityManager } from 'typeorm';

/** Consents prove that the data were used lawfully: they stay with the medical record, and go with it. */
@PersonData()
export class DecisionsPersonData implements PersonDataSource {
  readonly tables = ['person_decision'];

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([
      sectionOf(tx, 'consents-and-states', ['同意与状态', 'Consents and states'], DECISIONS, ids),
    ]);
  }

  async erase(tx: EntityManager, ids: readonly string[], _at: Date, erasure: Erasure): Promise<ErasureOutcome[]> {
    return [await sealRows(tx, erasure, 'person_decision', 'person_id', ids)];
  }
}

const DECISIONS = `
  SELECT decided_at AS "decidedAt", topic, holds, channel, legal_basis AS "legalBasis", guardian, reason,
         recorded_at AS "recordedAt", recorded_by AS "recordedBy"
    FROM person_decision WHERE person_id = ANY($1::uuid[]) ORDER BY recorded_at DESC, id`;
