import type { PersonIdentifier } from './person-identifier.entity.js';
import type { Person } from './person.entity.js';

interface RecordNumber {
  issuer: string;
  value: string;
}

/** The persons a transaction holds, and who of them has which record number. */
export class LockedPeople {
  private readonly people: Map<string, Person>;

  constructor(
    people: Person[],
    private readonly identifiers: PersonIdentifier[],
  ) {
    this.people = new Map(people.map((person) => [person.id, person]));
  }

  /** False when a merge or a new record came in between: somebody is missing. */
  isComplete(): boolean {
    const successors = [...this.people.values()].map(({ mergedInto }) => mergedInto);
    const holders = this.identifiers.map(({ personId }) => personId);
    return [...successors, ...holders].every((id) => id === null || this.people.has(id));
  }

  has(id: string): boolean {
    return this.people.has(id);
  }

  /** Takes note of a change made in the transaction. */
  put(person: Person): void {
    this.people.set(person.id, person);
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
  holderOf({ issuer, value }: RecordNumber): Person | undefined {
    const held = this.identifiers.find((each) => each.issuer === issuer && each.value === value);
    return held && this.live(held.personId);
  }

  holderOfNationalId(nationalId: string | undefined): Person | undefined {
    if (nationalId === undefined) return undefined;
    return [...this.people.values()].find((person) => !person.mergedInto && person.nationalId === nationalId);
  }
}
