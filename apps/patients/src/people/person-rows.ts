import type { Demographics } from './demographics.rules.js';
import { nameKeys } from './name-search.js';
import type { Person } from './person.entity.js';
import { phoneKey } from './phone-number.js';

/** What a record is found by. */
export function searchKeys({ name, phones }: Pick<Demographics, 'name' | 'phones'>) {
  const { text, grams, readings } = nameKeys(name);
  return { nameText: text, nameGrams: grams, nameReadings: readings, phoneKeys: phones.map(phoneKey) };
}

/** Columns that hold what is known of a person, and what a record is found by. */
export const DEMOGRAPHICS = [
  'name',
  'sex',
  'birth_date',
  'national_id',
  'document_type',
  'document_number',
  'phones',
  'address',
  'deceased',
  'deceased_at',
  'told_at',
  'name_text',
  'name_grams',
  'name_readings',
  'phone_keys',
];
/** Columns of a new record. */
export const COLUMNS = [
  'id',
  'version',
  'merged_into',
  'own',
  ...DEMOGRAPHICS,
  'allowed_purposes',
  'states',
  'created_at',
  'updated_at',
];

/** A record as `json_populate_recordset` reads it. */
export function rowOf(person: Person): Record<string, unknown> {
  const { nameText, nameGrams, nameReadings, phoneKeys } = searchKeys(person);
  return {
    id: person.id,
    version: person.version,
    merged_into: person.mergedInto,
    own: person.own,
    name: person.name,
    sex: person.sex,
    birth_date: person.birthDate,
    national_id: person.nationalId,
    document_type: person.documentType,
    document_number: person.documentNumber,
    phones: person.phones,
    address: person.address,
    deceased: person.deceased,
    deceased_at: person.deceasedAt,
    told_at: person.toldAt,
    name_text: nameText,
    name_grams: nameGrams,
    name_readings: nameReadings,
    phone_keys: phoneKeys,
    allowed_purposes: person.allowedPurposes,
    states: person.states,
    created_at: person.createdAt,
    updated_at: person.updatedAt,
  };
}
