import { Clock, Problem, stateChange, stateReason, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Merges } from '../merges/merges.service.js';
import { PeopleStore } from '../people/people.store.js';
import { dueForCheck } from './due-checks.js';
import { DuplicatePair } from './duplicate-pair.entity.js';

/** What somebody of the centre decides about probable duplicates (PT-3); they are merged by a merge. */
@Injectable()
export class Duplicates {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleStore,
    private readonly merges: Merges,
    private readonly clock: Clock,
  ) {}

  /** They are two persons; also what they share does not join them any more. @throws Problem 404, 409 */
  dismiss(id: string, reason: string): Promise<DuplicatePair> {
    return transact(this.source, async (tx) => {
      const pair = await this.lock(tx, id, 'open');
      await this.merges.keepApart(tx, [pair.oneId, pair.otherId], reason, this.clock.now());
      return this.decided(tx, pair, reason);
    });
  }

  /** Somebody doubts that they are two persons: the pair is to be looked at again. @throws Problem 404, 409 */
  reopen(id: string, reason: string): Promise<DuplicatePair> {
    return transact(this.source, async (tx) => {
      const pair = await this.lock(tx, id, 'dismissed');
      await this.merges.forgetApart(tx, pair.oneId, pair.otherId);
      const undecided = { decidedAt: null, decidedBy: null, decisionReason: null };
      await tx.update(DuplicatePair, { id }, { state: 'open', ...undecided });
      await dueForCheck(tx, [pair.oneId], this.clock.now());
      return this.decided(tx, pair, reason);
    });
  }

  /** The records first, as a merge does, then the pair: of a merge and a decision at once the second finds the first. */
  private async lock(tx: EntityManager, id: string, expected: 'open' | 'dismissed'): Promise<DuplicatePair> {
    const known = await tx.findOneBy(DuplicatePair, { id });
    if (!known) throw Problem.notFound('duplicate', id);
    const ids = [known.oneId, known.otherId];
    const locked = await this.people.lock(tx, { identifiers: [] }, ids);
    const pair = await tx.findOneOrFail(DuplicatePair, { where: { id }, lock: { mode: 'pessimistic_write' } });
    const areTwo = ids.every((each) => locked.live(each)?.id === each);
    if (pair.state !== expected || !areTwo) {
      throw Problem.conflict(
        expected === 'open' ? 'duplicate-decided' : 'duplicate-not-dismissed',
        {},
        { state: pair.state },
      );
    }
    return pair;
  }

  private async decided(tx: EntityManager, before: DuplicatePair, reason: string): Promise<DuplicatePair> {
    const pair = await tx.findOneByOrFail(DuplicatePair, { id: before.id });
    stateChange('duplicate', pair.id, { state: before.state }, { state: pair.state });
    stateReason(reason);
    return pair;
  }
}
