import type { EntityManager } from 'typeorm';
import { WHOLE_READING } from '../people/name-search.js';
import { isFullDate, isKnownName, type Traits } from './duplicate.rules.js';

/** What people must share before they are compared at all: there is an index on each. */
export const KEY_KINDS = ['name-and-birth-date', 'phone', 'document'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

/** Living records that share a key. */
export interface SharedKey {
  kind: KeyKind;
  /** The phone or document number, else the pinyin of the name with the birth date. */
  value: string;
  isCrowded: boolean;
  /** Nobody when it is crowded: what so many share tells nobody apart. */
  ids: string[];
}

/** Who shares a key with any of these; each key is looked up once, however many of them have it. */
export async function sharedKeys(tx: EntityManager, traits: Traits[], most: number): Promise<SharedKey[]> {
  const born = distinct(
    traits.flatMap(({ nameText, nameReading, birthDate }) =>
      isKnownName(nameText) && isFullDate(birthDate) ? [[nameReading, birthDate] as const] : [],
    ),
  );
  const phones = distinct(traits.flatMap(({ phoneKeys }) => phoneKeys));
  const documents = distinct(traits.flatMap(({ documentNumber }) => documentNumber ?? []));
  const names = [born.map(([reading]) => reading), born.map(([, date]) => date)];
  return tx.query(SHARED_KEYS, [...names, phones, documents, most]);
}

function distinct<T>(values: T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** Those of one key, and no more of them than tell that there are too many. */
const found = (condition: string) =>
  `(SELECT id FROM person WHERE ${condition} AND merged_into IS NULL LIMIT $5 + 1) AS holder`;
const COUNTED = `count(*) > $5 AS "isCrowded",
         CASE WHEN count(*) <= $5 THEN array_agg(holder.id) ELSE '{}' END AS ids`;

export const SHARED_KEYS = `
  SELECT 'name-and-birth-date' AS kind, k.reading || ' ' || k.born AS value, ${COUNTED}
    FROM unnest($1::text[], $2::text[]) AS k (reading, born)
   CROSS JOIN LATERAL ${found(`${WHOLE_READING} = k.reading AND birth_date = k.born AND length(birth_date) = 10`)}
   GROUP BY k.reading, k.born
  UNION ALL
  SELECT 'phone', k.phone, ${COUNTED} FROM unnest($3::text[]) AS k (phone)
   CROSS JOIN LATERAL ${found('phone_keys @> ARRAY[k.phone]')} GROUP BY k.phone
  UNION ALL
  SELECT 'document', k.number, ${COUNTED} FROM unnest($4::text[]) AS k (number)
   CROSS JOIN LATERAL ${found('document_number = k.number')} GROUP BY k.number`;
