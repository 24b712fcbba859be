import { newId } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { differences, type Demographics } from './demographics.rules.js';
import { familiesOf } from './families.js';
import { LockedPeople } from './locked-people.js';
import { nameKeys } from './name-search.js';
import { PersonIdentifier } from './person-identifier.entity.js';
import { Person } from './person.entity.js';
import { phoneKey } from './phone-number.js';

/** What somebody may be recognised by. */
export interface Marks {
  identifiers: { issuer: string; value: string }[];
  nationalId?: string | null | undefined;
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
   * Locks everybody the marks point at, with the records merged with them, in the order of ids: events of one person are
   * appended in order, and a merge waits for us or we for it.
   */
  async lock(tx: EntityManager, marks: Marks, ids: string[] = []): Promise<LockedPeople> {
    for (let attempt = 1; attempt <= LOCK_ATTEMPTS; attempt += 1) {
      const people = await this.lockFamilies(tx, marks, ids);
      const identifiers = await this.holders(tx, marks);
      const locked = new LockedPeople(people, identifiers);
      if (locked.isComplete()) return locked;
    }
    throw new FamilyChangedError('The record is being merged by someone else');
  }

  async add(tx: EntityManager, person: Person, identifiers: PersonIdentifier[]): Promise<void> {
    await tx.insert(Person, { ...person, ...searchKeys(person) });
    await this.addIdentifiers(tx, identifiers);
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
    await this.addIdentifiers(tx, newIdentifiers);
    return { ...person, ...values };
  }

  /** Turns a record into an alias of the survivor. */
  async retire(tx: EntityManager, retired: Person, survivorId: string, now: Date): Promise<void> {
    const values = { mergedInto: survivorId, version: retired.version + 1, updatedAt: now };
    await tx.update(Person, { id: retired.id }, values);
  }

  /** In one order everywhere, so that two transactions that add the same numbers do not lock each other out. */
  private async addIdentifiers(tx: EntityManager, identifiers: PersonIdentifier[]): Promise<void> {
    if (identifiers.length === 0) return;
    const key = ({ issuer, value }: PersonIdentifier) => JSON.stringify([issuer, value]);
    await tx.insert(
      PersonIdentifier,
      identifiers.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)),
    );
  }

  private lockFamilies(tx: EntityManager, marks: Marks, ids: string[]): Promise<Person[]> {
    return tx
      .createQueryBuilder(Person, 'person')
      .where(`person.id IN (${FAMILIES})`)
      .setParameters({ ...pairs(marks), national: marks.nationalId ?? null, ids })
      .orderBy('person.id')
      .setLock('for_no_key_update')
      .getMany();
  }

  private holders(tx: EntityManager, marks: Marks): Promise<PersonIdentifier[]> {
    if (marks.identifiers.length === 0) return Promise.resolve([]);
    return tx
      .createQueryBuilder(PersonIdentifier, 'identifier')
      .where(`(identifier.issuer, identifier.value) IN (SELECT * FROM unnest(:issuers::text[], :numbers::text[]))`)
      .setParameters(pairs(marks))
      .getMany();
  }
}

const FAMILIES = familiesOf(`
  SELECT person_id AS id FROM person_identifier
   WHERE (issuer, value) IN (SELECT * FROM unnest(:issuers::text[], :numbers::text[]))
  UNION SELECT id FROM person WHERE national_id = :national AND merged_into IS NULL
  UNION SELECT unnest(:ids::uuid[])`);

function pairs({ identifiers }: Marks): { issuers: string[]; numbers: string[] } {
  return { issuers: identifiers.map(({ issuer }) => issuer), numbers: identifiers.map(({ value }) => value) };
}

function searchKeys({ name, phones }: Demographics) {
  const { text, grams, readings } = nameKeys(name);
  return { nameText: text, nameGrams: grams, nameReadings: readings, phoneKeys: phones.map(phoneKey) };
}

/** A record without a history. */
export function newPerson(demographics: Demographics, now: Date): Person {
  const row = { id: newId(), version: 1, mergedInto: null, createdAt: now, updatedAt: now };
  return Object.assign(new Person(), demographics, row);
}
