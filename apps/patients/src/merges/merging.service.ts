import { Outbox } from '#event-bus';
import { Clock, Problem, stateChange, stateReason, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Decisions } from '../decisions/decisions.service.js';
import { demographicsOf } from '../people/demographics.rules.js';
import { PeopleStore } from '../people/people.store.js';
import type { Person } from '../people/person.entity.js';
import { personEvents } from '../people/person-events.js';
import type { NewMerge } from './merges.dto.js';
import { Merges } from './merges.service.js';
import type { PersonMerge } from './person-merge.entity.js';

/** Merges that somebody of the centre decides (PT-3). */
@Injectable()
export class Merging {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleStore,
    private readonly merges: Merges,
    private readonly decisions: Decisions,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400 of a record with itself; 404; 409 when they are one already, or have two national IDs */
  merge(id: string, { retiredId, reason }: NewMerge): Promise<PersonMerge> {
    if (id === retiredId) throw Problem.invalid([{ field: 'retiredId', code: 'merge-with-itself' }]);
    return transact(this.source, async (tx) => {
      const locked = await this.people.lock(tx, { identifiers: [] }, [id, retiredId]);
      const survivor = found(locked.live(id), id);
      const retired = found(locked.live(retiredId), retiredId);
      refuseUnlike(survivor, retired);
      const now = this.clock.now();
      const before = demographicsOf(survivor);
      await this.merges.forgetApart(tx, survivor.id, retired.id);
      const pair = { retired, survivor, said: before, cause: 'agent', reason } as const;
      const { survivorAfter: after, merge, draft } = await this.merges.retire(tx, locked, pair, now);
      const revised = await this.people.revise(tx, survivor, { before, after, newIdentifiers: [] }, now);
      const told = personEvents({ patientId: survivor.id, isNew: false, before, after, gotIdentifiers: false });
      const standing = await this.decisions.settle(tx, revised, now, [retired]);
      await this.outbox.appendAll(tx, [draft, ...told, ...standing]);
      stateChange('patient', survivor.id, { retiredId: null }, { retiredId: retired.id });
      stateReason(reason);
      return merge;
    });
  }
}

function found(person: Person | undefined, id: string): Person {
  if (!person) throw Problem.notFound('patient', id);
  return person;
}

function refuseUnlike(survivor: Person, retired: Person): void {
  if (survivor.id === retired.id) {
    throw Problem.conflict('already-merged', {}, { patientId: survivor.id });
  }
  if (survivor.nationalId && retired.nationalId && survivor.nationalId !== retired.nationalId) {
    throw Problem.conflict('two-national-ids', {}, { patientId: survivor.id, retiredId: retired.id });
  }
}
