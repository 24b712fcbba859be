import type { ContentKind } from '#contracts';
import { prepared, type ReadPart } from '#platform';
import type { EntityManager } from 'typeorm';
import { descendantsOf, survivorsOf } from '../people/families.js';
import type { Phone } from '../people/phone-number.js';
import type { ConsentGiver, RelativeWord } from './person-relative.entity.js';
import type { FamilyPerson, FamilyTie } from './recipients.rules.js';
import type { Relation } from './relations.rules.js';

/** A record with what a family needs to know of it. */
export interface FamilyRecord extends FamilyPerson {
  name: string | null;
}

/** An entry of a family, with the record that answers for the relative today. */
export interface FamilyEntry extends FamilyTie {
  /** The id it was said under. */
  personId: string;
  record: FamilyRecord | null;
  /** As it was said, of somebody without a record. */
  name: string | null;
  rawPhone: string | null;
  relation: Relation;
  version: number;
  recordedAt: Date;
  recordedBy: string | null;
  words: RelativeWord[];
}

export interface Family {
  person: FamilyRecord;
  /** In the order they were recorded. */
  entries: FamilyEntry[];
}

/** The living records that answer for these ids, each with everything said under it and those merged into it. */
export async function familiesOf(tx: EntityManager, ids: string[]): Promise<Family[]> {
  const rows = await prepared<FamilyRow>(tx, 'patients.families', FAMILIES, [ids]);
  return rows.map(familyOf);
}

/** As the statements answer. */
export interface FamilyRow {
  person: RecordRow;
  entries: EntryRow[];
}

export function familyOf({ person, entries }: FamilyRow): Family {
  return { person: recordOf(person), entries: entries.map(entryOf) };
}

interface RecordRow extends Omit<FamilyRecord, 'phones'> {
  phones: Phone[];
}

interface EntryRow {
  id: string;
  personId: string;
  version: number;
  record: RecordRow | null;
  name: string | null;
  phone: Phone | null;
  relation: Relation;
  guardian: boolean;
  kinds: ContentKind[];
  consentBy: ConsentGiver;
  from: string;
  until: string | null;
  endedAt: string | null;
  recordedAt: string;
  recordedBy: string | null;
  words: RelativeWord[];
}

function recordOf({ phones, ...row }: RecordRow): FamilyRecord {
  return { ...row, phones: phones.map(({ e164 }) => e164).filter((number) => number !== null) };
}

function entryOf({ record, phone, from, until, endedAt, recordedAt, ...row }: EntryRow): FamilyEntry {
  return {
    ...row,
    record: record && recordOf(record),
    phone: phone?.e164 ?? null,
    rawPhone: phone?.raw ?? null,
    from: new Date(from),
    until: until === null ? null : new Date(until),
    endedAt: endedAt === null ? null : new Date(endedAt),
    recordedAt: new Date(recordedAt),
  };
}

/** Everywhere by `= ANY (ARRAY(…))`: the planner cannot know that chains are short, and would read whole tables. */
const RECORD = (person: string) => `jsonb_build_object(
    'id', ${person}.id, 'name', ${person}.name, 'birthDate', ${person}.birth_date, 'deceased', ${person}.deceased,
    'states', ${person}.states, 'allowedPurposes', ${person}.allowed_purposes, 'phones', ${person}.phones)`;

const ENTRY = `jsonb_build_object(
    'id', tie.id, 'personId', tie.person_id, 'version', tie.version, 'name', tie.name, 'phone', tie.phone,
    'relation', tie.relation, 'guardian', tie.guardian, 'kinds', tie.kinds, 'consentBy', tie.consent_by,
    'from', tie.from_at, 'until', tie.until_at, 'endedAt', tie.ended_at, 'recordedAt', tie.recorded_at,
    'recordedBy', tie.recorded_by, 'words', tie.words,
    'record', (SELECT ${RECORD('living')} FROM person living
                WHERE living.id = ANY (ARRAY(${survivorsOf('SELECT tie.relative_id AS id')}))))`;

const familySql = (people: string, records: string) => `
  SELECT ${RECORD('p')} AS person, (
      SELECT coalesce(jsonb_agg(${ENTRY} ORDER BY tie.recorded_at, tie.id), '[]') FROM person_relative tie
       WHERE tie.person_id = ANY (${records})
    ) AS entries
    FROM person p WHERE p.id = ${people}`;

const FAMILIES = familySql(
  `ANY (ARRAY(${survivorsOf('SELECT unnest($1::uuid[]) AS id')}))`,
  `ARRAY(SELECT id FROM (${descendantsOf('SELECT p.id AS id')}) family)`,
);

/** The family of the person whose records, the living one first, are in `$1`. */
export const FAMILY_OF_RECORDS: ReadPart = { sql: familySql('($1::uuid[])[1]', '$1::uuid[]') };
