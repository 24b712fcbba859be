import type { PersonIdentifier } from './person-identifier.entity.js';
import type { Person } from './person.entity.js';

interface RecordNumber {
  issuer: string;
  value: string;
}

/** The persons a transaction holds, and who of them has which record number. */
export class LockedPeople {
  private readonly people = new Map<string, Person>();
  private readonly holders = new Map<string, string>();
  /** Who was last seen with a national ID; a change of the number leaves the former entry behind. */
  private readonly byNationalId = new Map<string, string>();

  constructor(people: Person[], identifiers: PersonIdentifier[]) {
    this.number(identifiers);
    for (const person of people) this.put(person);
  }

  /** False when a merge or a new record came in between: somebody is missing. */
  isComplete(): boolean {
    const successors = [...this.people.values()].map(({ mergedInto }) => mergedInto);
    return [...successors, ...this.holders.values()].every((id) => id === null || this.people.has(id));
  }

  /** The record with this very id, merged or not. */
  get(id: string): Person | undefined {
    return this.people.get(id);
  }

  /** The record under which a number is known, whoever answers for it today. */
  bearerOf(number: RecordNumber): Person | undefined {
    const id = this.holders.get(keyOf(number));
    return id === undefined ? undefined : this.people.get(id);
  }

  has(id: string): boolean {
    return this.people.has(id);
  }

  /** Takes note of a change made in the transaction. */
  put(person: Person): void {
    this.people.set(person.id, person);
    if (person.nationalId !== null && !person.mergedInto) this.byNationalId.set(person.nationalId, person.id);
  }

  /** Takes note of record numbers given in the transaction. */
  number(identifiers: PersonIdentifier[]): void {
    for (const identifier of identifiers) this.holders.set(keyOf(identifier), identifier.personId);
  }

  /** Takes in what was locked in addition. */
  add(others: LockedPeople): void {
    for (const person of others.people.values()) this.put(person);
  }

  /** The record that answers for this one today. Chains end: a merge never joins a record with itself. */
  live(id: string): Person | undefined {
    const person = this.people.get(id);
    return person?.mergedInto ? this.live(person.mergedInto) : person;
  }

  /** Who answers for a record number today. */
  holderOf(number: RecordNumber): Person | undefined {
    const bearer = this.bearerOf(number);
    return bearer && this.live(bearer.id);
  }

  holderOfNationalId(nationalId: string | undefined): Person | undefined {
    const id = nationalId === undefined ? undefined : this.byNationalId.get(nationalId);
    const person = id === undefined ? undefined : this.people.get(id);
    return person && !person.mergedInto && person.nationalId === nationalId ? person : undefined;
  }
}

function keyOf({ issuer, value }: RecordNumber): string {
  return JSON.stringify([issuer, value]);
}
