import {
  PersonData,
  removeRows,
  type ErasureOutcome,
  type PersonDataSection,
  type PersonDataSource,
  sectionOf,
} from '#platform';
import type { EntityManager } from 'typeorm';

@PersonData()
export class CardsPersonData implements PersonDataSource {
  readonly tables = ['membership_card'];

  collect(tx: EntityManager, ids: readonly string[]): Promise<PersonDataSection[]> {
    return Promise.resolve([sectionOf(tx, 'cards', ['会员卡', 'Membership cards'], CARDS, ids)]);
  }

  async erase(tx: EntityManager, ids: readonly string[]): Promise<ErasureOutcome[]> {
    return [await removeRows(tx, 'membership_card', 'person_id', ids)];
  }
}

const CARDS = `
  SELECT created_at AS "createdAt", number, level, valid_from AS "validFrom", valid_until AS "validUntil", benefits,
         updated_at AS "updatedAt"
    FROM membership_card WHERE person_id = ANY($1::uuid[]) ORDER BY created_at DESC`;
