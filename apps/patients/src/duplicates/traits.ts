import type { EntityManager } from 'typeorm';
import { nameKeys, wholeReading, WHOLE_READING } from '../people/name-search.js';
import type { Demographics } from '../people/demographics.rules.js';
import { phoneKey } from '../people/phone-number.js';
import type { Traits } from './duplicate.rules.js';

/** A record with what it is compared by. */
export interface Compared extends Traits {
  id: string;
  mergedInto: string | null;
}

/** The records with these ids as they are now; merged ones too. */
export function readCompared(tx: EntityManager, ids: string[]): Promise<Compared[]> {
  return tx.query(READ, [ids]);
}

/** What somebody is compared by who has no record yet. */
export function traitsOf(said: Demographics): Traits {
  const { name, birthDate, sex, nationalId, documentType, documentNumber, phones, address } = said;
  const keys = nameKeys(name);
  const reading = { nameText: keys.text, nameReading: wholeReading(keys) };
  const phoneKeys = phones.map(phoneKey);
  return { ...reading, birthDate, sex, nationalId, documentType, documentNumber, phoneKeys, address };
}

const READ = `
  SELECT id, merged_into AS "mergedInto", name_text AS "nameText", ${WHOLE_READING} AS "nameReading",
         birth_date AS "birthDate", sex, national_id AS "nationalId", document_type AS "documentType",
         document_number AS "documentNumber", phone_keys AS "phoneKeys", address
    FROM person WHERE id = ANY($1::uuid[])`;
