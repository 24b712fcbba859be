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

/** Who the person is. Goes last: every other table of the service may refer to it. */
@PersonData()
export class PeoplePersonData implements PersonDataSource {
  readonly tables = ['person_identifier', 'person'];
  readonly withoutPatients = [{ table: 'reported_id_namespace', reason: 'one row, no person' }];

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([
      sectionOf(tx, 'person', ['我们记录的您', 'Who we think you are'], PEOPLE, ids),
      sectionOf(tx, 'record-numbers', ['病历号', 'Record numbers'], NUMBERS, ids),
    ]);
  }

  async erase(tx: EntityManager, ids: readonly string[], _at: Date, erasure: Erasure): Promise<ErasureOutcome[]> {
    return [
      await sealRows(tx, erasure, 'person_identifier', 'person_id', ids),
      await sealRows(tx, erasure, 'person', 'id', ids),
    ];
  }
}

const PEOPLE = `
  SELECT name, sex, birth_date AS "birthDate", national_id AS "nationalId", document_type AS "documentType",
         document_number AS "documentNumber", phones, address, deceased, deceased_at AS "deceasedAt",
         allowed_purposes AS "allowedPurposes", states, own AS "saidUnderThisIdAlone", told_at AS "toldAt",
         created_at AS "createdAt", updated_at AS "updatedAt", id, merged_into AS "mergedIntoId"
    FROM person WHERE id = ANY($1::uuid[]) ORDER BY merged_into IS NOT NULL, id`;

const NUMBERS = `
  SELECT issuer, value, type, person_id AS "patientId"
    FROM person_identifier WHERE person_id = ANY($1::uuid[]) ORDER BY issuer, value`;
