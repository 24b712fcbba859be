import { PersonMergedV1 } from '#contracts';
import type { Draft } from '#event-bus';
import { newId } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { foldIn, type Demographics } from '../people/demographics.rules.js';
import type { LockedPeople } from '../people/locked-people.js';
import { PeopleStore } from '../people/people.store.js';
import type { Person } from '../people/person.entity.js';
import { PersonMerge, type MergeCause } from './person-merge.entity.js';

export interface Retirement {
  /** What the survivor says now that the retired record's newer words are folded in; the caller writes it. */
  survivorAfter: Demographics;
  draft: Draft<PersonMergedV1>;
}

/** Two records are one person: the retired one keeps its rows and its children and answers with the survivor (PT-3). */
@Injectable()
export class Merges {
  constructor(private readonly people: PeopleStore) {}

  async retire(
    tx: EntityManager,
    locked: LockedPeople,
    pair: { retired: Person; survivorId: string; survivor: Demographics; cause: MergeCause },
    now: Date,
  ): Promise<Retirement> {
    const { retired, survivorId, survivor, cause } = pair;
    await this.people.retire(tx, retired, survivorId, now);
    locked.put({ ...retired, mergedInto: survivorId });
    const merge = { id: newId(), survivorId, retiredId: retired.id, cause, mergedAt: now };
    await tx.insert(PersonMerge, { ...merge, survivorBefore: survivor });
    const draft = { type: PersonMergedV1, data: { survivorId, retiredId: retired.id } };
    return { survivorAfter: foldIn(survivor, retired).next, draft };
  }
}
