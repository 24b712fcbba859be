import { listPage, prepared, Problem } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { descendantsOf, survivorsOf } from './families.js';
import { gramsOf, isChineseText, readingText, searchText } from './name-search.js';
import { NameStatistics } from './name-statistics.js';
import { writtenPlainly } from './national-id.rules.js';
import type { Patient, PatientPage, PatientQuery } from './patient.dto.js';
import { FEW_PATIENTS, PATIENTS } from './people.list.js';
import { patientOf, type Family } from './patient.presenter.js';
import { Person } from './person.entity.js';
import { phoneKey, readPhone } from './phone-number.js';

/** Reads from the records straight to the answer. */
@Injectable()
export class PeopleQueries {
  private readonly readOne: string;
  private readonly readByPhone: string;

  constructor(
    private readonly source: DataSource,
    private readonly names: NameStatistics,
  ) {
    const shown = source.getMetadata(Person).columns.filter(({ isSelect }) => isSelect);
    const columns = shown.map(({ databaseName, propertyName }) => `person.${databaseName} AS "${propertyName}"`);
    this.readOne = `
      SELECT ${columns.join(', ')}, family."mergedFrom", family.identifiers
        FROM person CROSS JOIN LATERAL (${familyFacts('SELECT person.id AS id')}) AS family
       WHERE person.id IN (${survivorsOf('SELECT $1::uuid AS id')})`;
    // By the bare key the planner may walk the whole table in its order, hoping to meet the few early.
    this.readByPhone = `
      SELECT ${columns.join(', ')}, family."mergedFrom", family.identifiers
        FROM (SELECT * FROM person WHERE phone_keys @> ARRAY[$1::text] AND merged_into IS NULL
               ORDER BY id::text LIMIT $2::int) person
        CROSS JOIN LATERAL (${familyFacts('SELECT person.id AS id')}) AS family
       ORDER BY person.id::text`;
  }

  /** Whom a phone number may belong to, in the order of ids. @param most how many are asked for */
  async withPhone(phone: string, most: number): Promise<{ items: Patient[]; hasMore: boolean }> {
    const key = phoneKey(readPhone(phone));
    const values = [key, most + 1];
    const found = await prepared<Person & Family>(this.source, 'patients.by-phone', this.readByPhone, values);
    return { items: found.slice(0, most).map((person) => patientOf(person, person)), hasMore: found.length > most };
  }

  /** The living record that answers for an id. @throws Problem 404 */
  async read(id: string, tx: EntityManager = this.source.manager): Promise<Patient> {
    const [found] = await prepared<Person & Family>(tx, 'patients.read', this.readOne, [id]);
    if (!found) throw Problem.notFound('patient', id);
    return patientOf(found, found);
  }

  /** @throws Problem 404 when there is no such record */
  async require(id: string): Promise<void> {
    if (!(await this.source.manager.existsBy(Person, { id }))) throw Problem.notFound('patient', id);
  }

  /** These records themselves, also those that were merged. */
  async many(ids: string[]): Promise<Map<string, Patient>> {
    const people = await this.withFamilies(await this.source.manager.findBy(Person, { id: In(ids) }));
    return new Map(people.map((person) => [person.id, person]));
  }

  async search(query: PatientQuery): Promise<PatientPage> {
    const rows = this.source.createQueryBuilder(Person, 'person').where('person.merged_into IS NULL');
    const isNarrow = narrow(rows, query);
    const list = isNarrow && !(await this.areMetEarly(query)) ? FEW_PATIENTS : PATIENTS;
    const { items, nextCursor } = await listPage(rows, list, query);
    return { items: await this.withFamilies(items), nextCursor };
  }

  /** Only where the name is all that is asked for: what else narrows may leave few, or none. */
  private async areMetEarly({ q, limit, ...query }: PatientQuery): Promise<boolean> {
    const { phone, mrn, issuer, nationalId, filter, sort } = query;
    const isNameAlone = [phone, mrn, issuer, nationalId, filter, sort].every((said) => said === undefined);
    return q !== undefined && isNameAlone && this.names.isMetEarly(q, limit);
  }

  /** Adds the record numbers and former ids of all, in one query. */
  async withFamilies(people: Person[], tx: EntityManager = this.source.manager): Promise<Patient[]> {
    if (people.length === 0) return [];
    const ids = people.map(({ id }) => id);
    const families = await prepared<Family & { root: string }>(tx, 'patients.family-facts', FAMILY_FACTS, [ids]);
    const byRoot = new Map(families.map((family) => [family.root, family]));
    return people.map((person) => patientOf(person, byRoot.get(person.id)));
  }
}

/** SQL: record numbers and former ids (root, mergedFrom, identifiers) of each record named by `seed`. */
const familyFacts = (seed: string) => `
  SELECT f.root,
         coalesce(array_agg(DISTINCT f.id::text) FILTER (WHERE f.id <> f.root), '{}') AS "mergedFrom",
         coalesce(jsonb_agg(jsonb_build_object('issuer', i.issuer, 'value', i.value, 'type', i.type)
                            ORDER BY i.issuer, i.value) FILTER (WHERE i.issuer IS NOT NULL), '[]') AS identifiers
    FROM (${descendantsOf(seed)}) f
    LEFT JOIN LATERAL (SELECT * FROM person_identifier WHERE person_id = f.id OFFSET 0) i ON true
   GROUP BY f.root`;

const FAMILY_FACTS = familyFacts('SELECT unnest($1::uuid[]) AS id');

/** @returns whether there was anything to narrow by. */
function narrow(rows: SelectQueryBuilder<Person>, { q, phone, mrn, issuer, nationalId }: PatientQuery): boolean {
  if (q !== undefined) narrowByName(rows, q);
  if (phone !== undefined) {
    rows.andWhere('person.phone_keys @> ARRAY[:phone]', { phone: phoneKey(readPhone(phone)) });
  }
  if (mrn !== undefined) {
    const ofIssuer = issuer === undefined ? '' : 'AND issuer = :issuer';
    const seed = `SELECT person_id AS id FROM person_identifier WHERE value = :mrn ${ofIssuer}`;
    rows.andWhere(`person.id IN (${survivorsOf(seed)})`, { mrn, issuer });
  } else if (issuer !== undefined) {
    throw Problem.invalid([{ field: 'issuer', code: 'issuer-without-mrn' }]);
  }
  if (nationalId !== undefined) {
    const seed =
      'SELECT id FROM person WHERE national_id = :number UNION SELECT id FROM person WHERE document_number = :number';
    rows.andWhere(`person.id IN (${survivorsOf(seed)})`, { number: writtenPlainly(nationalId) });
  }
  return [q, phone, mrn, nationalId].some((criterion) => criterion !== undefined);
}

/** @returns what a name is compared by. @throws Problem 400 when nothing of it is left */
export function requireSearchable(q: string): string {
  const text = searchText(q);
  if (text === '') throw Problem.invalid([{ field: 'q', code: 'nothing-to-search' }]);
  return text;
}

/** A part of the name as written; for letters also a reading. Grams narrow, the name itself decides. */
function narrowByName(rows: SelectQueryBuilder<Person>, q: string): void {
  const text = requireSearchable(q);
  const written = 'person.name_grams @> :grams::text[] AND strpos(person.name_text, :part) > 0';
  const condition = isChineseText(text) ? written : `(person.name_readings @> ARRAY[:reading] OR (${written}))`;
  rows.andWhere(condition, { part: text, grams: gramsOf(text), reading: readingText(q) });
}
