import { Clock, currentContext, listPage, newId, Problem, stateChange, transact, type ListQuery } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PeopleStore } from '../people/people.store.js';
import { recordsOf } from '../people/records-of.js';
import { PatientPromise } from './promise.entity.js';
import type { NewPromise, PromisePage, PromiseView } from './promises.dto.js';
import { PROMISES } from './promises.list.js';

/** What was promised to patients, until it is kept (PT-2). */
@Injectable()
export class Promises {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404 */
  make(id: string, { text, dueOn }: NewPromise): Promise<PromiseView> {
    return transact(this.source, async (tx) => {
      const person = (await this.people.lock(tx, { identifiers: [] }, [id])).live(id);
      if (!person) throw Problem.notFound('patient', id);
      const made = { madeAt: this.clock.now(), madeBy: currentContext()?.actor?.id ?? null };
      const said = { text, dueOn: dueOn ?? null };
      const row = { id: newId(), personId: person.id, ...said, ...made, keptAt: null, keptBy: null };
      await tx.insert(PatientPromise, row);
      stateChange('promise', row.id, null, said);
      return presentPromise(row);
    });
  }

  /** Kept once: who says so again hears when it was. @throws Problem 404 */
  keep(id: string, promiseId: string): Promise<PromiseView> {
    return transact(this.source, async (tx) => {
      const records = await recordsOf(tx, id);
      const lock = { mode: 'for_no_key_update' } as const;
      const promise = await tx.findOne(PatientPromise, { where: { id: promiseId }, lock });
      if (!promise || !records.includes(promise.personId)) throw Problem.notFound('promise', promiseId);
      if (promise.keptAt) return presentPromise(promise);
      const kept = { keptAt: this.clock.now(), keptBy: currentContext()?.actor?.id ?? null };
      await tx.update(PatientPromise, { id: promiseId }, kept);
      stateChange('promise', promiseId, { keptAt: null }, { keptAt: kept.keptAt.toISOString() });
      return presentPromise({ ...promise, ...kept });
    });
  }

  /** Those of merged records too, the last one first unless sorted otherwise. @throws Problem 404 */
  async ofPatient(id: string, query: ListQuery): Promise<PromisePage> {
    const records = await recordsOf(this.source.manager, id);
    const rows = this.source
      .createQueryBuilder(PatientPromise, 'promise')
      .where('promise.person_id = ANY (:records)', { records });
    const page = await listPage(rows, PROMISES, query);
    return { items: page.items.map(presentPromise), nextCursor: page.nextCursor };
  }
}

export function presentPromise({ personId, madeAt, keptAt, ...promise }: PatientPromise): PromiseView {
  const times = { madeAt: madeAt.toISOString(), keptAt: keptAt?.toISOString() ?? null };
  return { ...promise, ...times, patientId: personId };
}
