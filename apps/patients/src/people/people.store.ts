import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { prepared } from '#platform';
import { standingOf } from '../decisions/standing.rules.js';
import { differences, type Demographics } from './demographics.rules.js';
import { dueForCheck, tellsPeopleApart } from '../duplicates/due-checks.js';
import { chainsOf, descendantsOf } from './families.js';
import { LockedPeople } from './locked-people.js';
import { PersonIdentifier } from './person-identifier.entity.js';
import { Person } from './person.entity.js';
import { COLUMNS, rowOf, searchKeys } from './person-rows.js';

/** What somebody may be recognised by. */
export interface Marks {
  identifiers: { issuer: string; value: string }[];
  nationalId?: string | null | undefined;
  /** Of several people at once. */
  nationalIds?: string[];
}

export interface Change {
  /** Nobody's before the record was made. */
  before: Demographics;
  after: Demographics;
  newIdentifiers: PersonIdentifier[];
}

const LOCK_ATTEMPTS = 3;

/** Another transaction changed the family while we waited for it; the code makes it a lost race to the platform. */
class FamilyChangedError extends Error {
  readonly code = '40001';
}

/** Loads and locks, writes back: the rows of persons and their record numbers. */
@Injectable()
export class PeopleStore {
  /**
   * Locks everybody the marks and ids point at, up to the living records that answer for them, in the order of ids:
   * events of one person are appended in order, and a merge waits for us or we for it.
   * A mark that somebody else is just writing is not seen; then the unique index refuses ours, and the retry sees it.
   */
  async lock(tx: EntityManager, marks: Marks, ids: string[] = []): Promise<LockedPeople> {
    const pointers = await this.pointers(tx, marks);
    const known = [...new Set([...pointers.map(({ id }) => id), ...ids])];
    const mayBeMerged = ids.length > 0 || pointers.some((pointer) => pointer.merged_into !== null);
    let wanted = mayBeMerged ? await this.upTheChain(tx, known) : known;
    for (let attempt = 1; attempt <= LOCK_ATTEMPTS; attempt += 1) {
      const locked = new LockedPeople(await this.lockRows(tx, wanted), identifiersIn(pointers));
      if (locked.isComplete()) return locked;
      wanted = await this.upTheChain(tx, known);
    }
    throw new FamilyChangedError('The record is being merged by someone else');
  }

  async add(tx: EntityManager, person: Person, identifiers: PersonIdentifier[]): Promise<void> {
    const numbers = inOrder(identifiers).map(({ issuer, value, type, personId }) => {
      return { issuer, value, type, person_id: personId };
    });
    await prepared(tx, 'people.add', ADD, [JSON.stringify([rowOf(person)]), JSON.stringify(numbers)]);
  }

  /** Writes what changed and returns the person as it is now; the version grows when something visible did. */
  async revise(
    tx: EntityManager,
    person: Person,
    { before, after, newIdentifiers }: Change,
    now: Date,
  ): Promise<Person> {
    const changed = differences(before, after);
    const values: Partial<Person> = Object.fromEntries(changed.map((field) => [field, after[field]]));
    if (changed.includes('name') || changed.includes('phones')) Object.assign(values, searchKeys(after));
    if (JSON.stringify(before.toldAt) !== JSON.stringify(after.toldAt)) values.toldAt = after.toldAt;
    if (changed.length + newIdentifiers.length > 0) {
      Object.assign(values, { version: person.version + 1, updatedAt: now });
    }
    if (Object.keys(values).length > 0) await tx.update(Person, { id: person.id }, values);
    if (tellsPeopleApart(changed)) await dueForCheck(tx, [person.id], now);
    await this.addIdentifiers(tx, newIdentifiers);
    return { ...person, ...values };
  }

  /** Keeps what was said under an id alone, where the row says what others said too. */
  async keepOwn(tx: EntityManager, person: Person, own: Demographics): Promise<void> {
    await tx.update(Person, { id: person.id }, { own });
    person.own = own;
  }

  /** A record and everything merged into it. The living record is locked: nobody else changes any of them. */
  family(tx: EntityManager, rootId: string): Promise<Person[]> {
    const ids = descendantsOf('SELECT :rootId::uuid AS id');
    return tx
      .createQueryBuilder(Person, 'person')
      .where(`person.id IN (SELECT id FROM (${ids}) family)`, { rootId })
      .getMany();
  }

  /** Lets a retired record answer for itself again. */
  async revive(tx: EntityManager, retired: Person, after: Demographics, now: Date): Promise<Person> {
    const values = { ...after, ...searchKeys(after), mergedInto: null, version: retired.version + 1, updatedAt: now };
    await tx.update(Person, { id: retired.id }, values);
    await dueForCheck(tx, [retired.id], now);
    return { ...retired, ...values };
  }

  /** Turns a record into an alias of the survivor. */
  async retire(tx: EntityManager, retired: Person, survivorId: string, now: Date): Promise<void> {
    const values = { mergedInto: survivorId, version: retired.version + 1, updatedAt: now };
    await tx.update(Person, { id: retired.id }, values);
    await dueForCheck(tx, [retired.id], now);
  }

  private async addIdentifiers(tx: EntityManager, identifiers: PersonIdentifier[]): Promise<void> {
    if (identifiers.length > 0) await tx.insert(PersonIdentifier, inOrder(identifiers));
  }

  /** Who holds the marks, not yet locked. A record number never moves to another record, so this much stays true. */
  private pointers(tx: EntityManager, { identifiers, nationalId, nationalIds = [] }: Marks): Promise<Pointer[]> {
    const people = nationalId ? [nationalId, ...nationalIds] : nationalIds;
    if (identifiers.length === 0 && people.length === 0) return Promise.resolve([]);
    const issuers = identifiers.map(({ issuer }) => issuer);
    const numbers = identifiers.map(({ value }) => value);
    return tx.query(POINTERS, [issuers, numbers, people]);
  }

  private async upTheChain(tx: EntityManager, ids: string[]): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(UP_THE_CHAIN, [ids]);
    return rows.map(({ id }) => id);
  }

  private async lockRows(tx: EntityManager, ids: string[]): Promise<Person[]> {
    if (ids.length === 0) return [];
    return tx.find(Person, { where: { id: In(ids) }, order: { id: 'ASC' }, lock: { mode: 'for_no_key_update' } });
  }
}

/** One order everywhere, so that two transactions that add the same numbers do not lock each other out. */
export function inOrder(identifiers: PersonIdentifier[]): PersonIdentifier[] {
  const key = ({ issuer, value }: PersonIdentifier) => JSON.stringify([issuer, value]);
  return identifiers.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The record, that it is due for a check for duplicates, and its numbers: one round trip. */
const ADD = `
  WITH made AS (
    INSERT INTO person (${COLUMNS.join(', ')})
    SELECT ${COLUMNS.join(', ')} FROM json_populate_recordset(NULL::person, $1::json) RETURNING id, updated_at
  ), due AS (
    INSERT INTO duplicate_check (person_id, due_at) SELECT id, updated_at FROM made
  )
  INSERT INTO person_identifier (issuer, value, type, person_id)
  SELECT issuer, value, type, person_id FROM json_populate_recordset(NULL::person_identifier, $2::json)`;

interface Pointer {
  id: string;
  merged_into: string | null;
  issuer: string | null;
  value: string | null;
  type: string | null;
}

const POINTERS = `
  SELECT p.id, p.merged_into, i.issuer, i.value, i.type
    FROM unnest($1::text[], $2::text[]) AS n (issuer, value)
    JOIN person_identifier i ON i.issuer = n.issuer AND i.value = n.value
    JOIN person p ON p.id = i.person_id
  UNION ALL
  SELECT id, NULL, NULL, NULL, NULL FROM person
   WHERE national_id = ANY($3::text[]) AND merged_into IS NULL`;

const UP_THE_CHAIN = chainsOf('SELECT unnest($1::uuid[]) AS id');

function identifiersIn(pointers: Pointer[]): PersonIdentifier[] {
  return pointers.flatMap(({ id, issuer, value, type }) =>
    issuer === null || value === null ? [] : [{ issuer, value, type, personId: id }],
  );
}

/** A record without a history. */
export function newPerson(id: string, demographics: Demographics, now: Date): Person {
  const row = { id, version: 1, mergedInto: null, own: null, ...standingOf([]), createdAt: now, updatedAt: now };
  return Object.assign(new Person(), demographics, row);
}
