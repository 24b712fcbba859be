import {
  PersonData,
  removeRows,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
  sectionOf,
} from '#platform';
import type { EntityManager } from 'typeorm';

/** The small copies this service keeps of people and their stays. */
@PersonData()
export class PeoplePersonData implements PersonDataSource {
  readonly tables = ['stay', 'person'];

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([
      sectionOf(tx, 'known-person', ['随访系统中的状态', 'What follow-up was told of you'], PEOPLE, ids),
      sectionOf(tx, 'stays', ['住院', 'Stays'], STAYS, ids),
    ]);
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    return [await removeRows(tx, 'stay', 'patient_id', ids), await removeRows(tx, 'person', 'id', ids)];
  }
}

const PEOPLE = `
  SELECT deceased, death_revoked_at AS "deathRevokedAt", told, merged, id
    FROM person WHERE id = ANY($1::uuid[]) ORDER BY id`;

const STAYS = `
  SELECT last_seen_on::text AS "lastSeenOn", status, cancelled_at AS "cancelledAt",
         discharge_number AS "dischargeNumber", encounter_id AS "encounterId"
    FROM stay WHERE patient_id = ANY($1::uuid[]) ORDER BY last_seen_on DESC, encounter_id`;
