import type { Draft } from '#event-bus';
import type { EntityManager } from 'typeorm';
import { demographicsOf, differences, NOBODY_YET, type Demographics } from '../people/demographics.rules.js';
import type { LockedPeople } from '../people/locked-people.js';
import type { PeopleBatches } from '../people/people.batches.js';
import { personEvents } from '../people/person-events.js';
import type { PersonIdentifier } from '../people/person-identifier.entity.js';
import type { Person } from '../people/person.entity.js';

interface Pending {
  person: Person;
  /** As the database has it; nobody's for a new record. */
  before: Demographics;
  isNew: boolean;
  gotIdentifiers: boolean;
}

/** What a batch changes, written at its end: a person whom several lines speak of is written and announced once. */
export class PendingPeople {
  private readonly pending = new Map<string, Pending>();
  private identifiers: PersonIdentifier[] = [];
  private readonly drafts: Draft[] = [];

  constructor(
    private readonly locked: LockedPeople,
    private readonly batches: PeopleBatches,
    private readonly now: Date,
  ) {}

  /** @param person as known before; new when it is not in the database yet */
  put(person: Person, isNew: boolean, after: Demographics, numbers: PersonIdentifier[]): void {
    const known = this.pending.get(person.id) ?? {
      person,
      before: isNew ? NOBODY_YET : demographicsOf(person),
      isNew,
      gotIdentifiers: false,
    };
    const next = Object.assign(Object.create(Object.getPrototypeOf(person) as object) as Person, person, after);
    this.pending.set(person.id, { ...known, person: next, gotIdentifiers: known.gotIdentifiers || numbers.length > 0 });
    this.identifiers.push(...numbers);
    this.locked.put(next);
    this.locked.number(numbers);
  }

  announce(draft: Draft): void {
    this.drafts.push(draft);
  }

  /** Writes what is pending, so that the rows are as we know them. */
  async flush(tx: EntityManager): Promise<void> {
    const all = [...this.pending.values()];
    for (const each of all) {
      if (!each.isNew && (each.gotIdentifiers || isChanged(each))) {
        Object.assign(each.person, { version: each.person.version + 1, updatedAt: this.now });
      }
      this.drafts.push(...eventsOf(each));
    }
    await this.batches.letGoOfNationalIds(tx, all.filter(losesNationalId).map(personIn));
    await this.batches.add(tx, all.filter(({ isNew }) => isNew).map(personIn));
    await this.batches.revise(tx, all.filter(({ isNew }) => !isNew).map(personIn));
    await this.batches.number(tx, this.identifiers);
    this.pending.clear();
    this.identifiers = [];
  }

  /** The events of all that was flushed, in order. */
  events(): Draft[] {
    return this.drafts;
  }
}

function isChanged({ before, person }: Pending): boolean {
  return differences(before, demographicsOf(person)).length > 0;
}

function losesNationalId({ before, person }: Pending): boolean {
  return before.nationalId !== null && before.nationalId !== person.nationalId;
}

function personIn({ person }: Pending): Person {
  return person;
}

function eventsOf({ person, before, isNew, gotIdentifiers }: Pending): Draft[] {
  return personEvents({ patientId: person.id, isNew, before, after: demographicsOf(person), gotIdentifiers });
}
