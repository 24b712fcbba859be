import {
  PersonData,
  MEDICAL_RECORD,
  removeRows,
  type Erasure,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
  masked,
  sectionOf,
} from '#platform';
import type { EntityManager } from 'typeorm';
import type { EmergencyContact } from './fact-topics.js';

const MEDICAL_TOPICS = ['bloodType', 'allergies', 'conditions'];

/** Blood type, allergies and chronic conditions are part of the medical record; how somebody came to us is not. */
@PersonData()
export class FactsPersonData implements PersonDataSource {
  readonly tables = ['person_fact'];

  /** Whom to call for the person is somebody else: their numbers are masked. So is who sent them to us: left out. */
  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    const { rows, ...section } = sectionOf(tx, 'facts', ['健康与来源信息', 'Facts about you'], FACTS, ids);
    return Promise.resolve([{ ...section, rows: withoutOthers(rows) }]);
  }

  async erase(tx: EntityManager, ids: readonly string[], _at: Date, erasure: Erasure): Promise<ErasureOutcome[]> {
    const kept = erasure.seals ? await this.seal(tx, ids, erasure) : 0;
    const gone = await removeRows(tx, 'person_fact', 'person_id', ids);
    const [, emptied]: [unknown, number] = await tx.query(
      `UPDATE person_fact SET value = value - 'referrerId'
        WHERE topic = 'source' AND value ->> 'referrerId' = ANY ($1::text[])`,
      [ids],
    );
    return [{ ...gone, emptied, kept, ...(kept > 0 ? { reason: MEDICAL_RECORD } : {}) }];
  }

  private async seal(tx: EntityManager, ids: readonly string[], erasure: Erasure): Promise<number> {
    const [rows]: [{ row: Record<string, unknown> }[], number] = await tx.query(
      `DELETE FROM person_fact WHERE person_id = ANY ($1::uuid[]) AND topic = ANY ($2::text[])
        RETURNING to_jsonb(person_fact) AS row`,
      [ids, MEDICAL_TOPICS],
    );
    erasure.seal(
      'person_fact',
      rows.map(({ row }) => row),
    );
    return rows.length;
  }
}

const FACTS = `
  SELECT recorded_at AS "recordedAt", topic, recorded_by AS "recordedBy", ended_at AS "endedAt", ended_by AS "endedBy",
         CASE WHEN jsonb_typeof(value) = 'object' THEN value - 'referrerId' ELSE value END AS value
    FROM person_fact WHERE person_id = ANY($1::uuid[]) ORDER BY recorded_at DESC, id`;

async function* withoutOthers(rows: PersonDataSection['rows']): AsyncGenerator<Record<string, unknown>, void> {
  for await (const row of rows) {
    const value = row['value'] as Partial<EmergencyContact> | null;
    const isRelative = row['topic'] === 'emergencyContacts' && value?.phone !== undefined;
    yield isRelative ? { ...row, value: { ...value, phone: masked('phone', value.phone) } } : row;
  }
}
