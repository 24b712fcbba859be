import { PersonUnmergedV1, PersonUpdatedV1, type HeldState, type StandingAfterUnmerge } from '#contracts';
import { Outbox, type Draft } from '#event-bus';
import { Clock, currentContext, Problem, stateChange, stateReason, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { Decisions } from '../decisions/decisions.service.js';
import { demographicsOf, differences, type Demographics } from '../people/demographics.rules.js';
import { leaving } from '../people/own-words.rules.js';
import { PeopleStore } from '../people/people.store.js';
import type { Person } from '../people/person.entity.js';
import type { UndoMerge } from './merges.dto.js';
import { Merges } from './merges.service.js';
import { PersonMerge } from './person-merge.entity.js';
import { partWords, type Keeper } from './unmerge.rules.js';

type MergedPair = Pick<PersonMerge, 'survivorId' | 'retiredId'>;

/** Of merges that a restored database has once more. */
const PARTED_AGAIN = '恢复备份前已撤销 / Taken back before the backup was restored';

/** One record of $1 merged into one that is not of them, or the other way round. */
const JOINED_WITH_OTHERS = `
  SELECT id AS "retiredId", merged_into AS "survivorId" FROM person
   WHERE (id = ANY ($1::uuid[]) AND merged_into <> ALL ($1::uuid[]))
      OR (merged_into = ANY ($1::uuid[]) AND id <> ALL ($1::uuid[]))
   ORDER BY id LIMIT 1`;

/** The two records after they were parted. */
interface Parted {
  /** What both said as one. */
  before: Demographics;
  survivor: Person;
  retired: Person;
}

/** Takes a merge back: each record says again what was said under its own ids, before and since (PT-3). */
@Injectable()
export class Unmerging {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleStore,
    private readonly merges: Merges,
    private readonly decisions: Decisions,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404; 409 when it does not hold any more; 400 while both would keep one national ID */
  undo(mergeId: string, { reason, keepsNationalId }: UndoMerge): Promise<PersonMerge> {
    return transact(this.source, async (tx) => {
      const merge = await tx.findOneBy(PersonMerge, { id: mergeId });
      if (!merge) throw Problem.notFound('merge', mergeId);
      const { survivorId, retiredId } = merge;
      const locked = await this.people.lock(tx, { identifiers: [] }, [survivorId, retiredId]);
      const [root, retired] = [locked.live(survivorId), locked.get(retiredId)];
      if (!root || retired?.mergedInto !== survivorId || !(await this.isStanding(tx, mergeId))) {
        throw Problem.conflict('merge-undone', {}, { retiredId });
      }
      const now = this.clock.now();
      const parted = await this.part(tx, root, retired, keepsNationalId, now);
      const undone = await this.markUndone(tx, merge, parted, reason, now);
      await this.merges.keepApart(tx, [root.id, retiredId], reason, now);
      stateChange('patient', retiredId, { mergedInto: survivorId }, { mergedInto: null });
      stateReason(reason);
      return Object.assign(merge, undone);
    });
  }

  /**
   * Takes back every merge of one of these records with another person's: a restored database still has those that
   * were taken back before the erasure of these. A national ID that both told stays with the other.
   */
  async partFromOthers(tx: EntityManager, recordIds: readonly string[]): Promise<void> {
    const now = this.clock.now();
    for (;;) {
      const [joined]: MergedPair[] = await tx.query(JOINED_WITH_OTHERS, [recordIds]);
      if (!joined) return;
      const locked = await this.people.lock(tx, { identifiers: [] }, [joined.retiredId, joined.survivorId]);
      const [root, retired] = [locked.live(joined.survivorId), locked.get(joined.retiredId)];
      // Who merged them or took it back while we waited has left something else to be found.
      if (!root || retired?.mergedInto !== joined.survivorId) continue;
      const keeper = recordIds.includes(joined.retiredId) ? 'survivor' : 'retired';
      const parted = await this.part(tx, root, retired, keeper, now);
      await this.markUndone(tx, joined, parted, PARTED_AGAIN, now);
    }
  }

  private async markUndone(
    tx: EntityManager,
    { survivorId, retiredId }: MergedPair,
    parted: Parted,
    reason: string,
    now: Date,
  ): Promise<Pick<PersonMerge, 'undoneAt' | 'undoneBy' | 'undoReason'>> {
    await this.outbox.appendAll(tx, await this.tell(tx, { survivorId, retiredId }, parted, now));
    const undone = { undoneAt: now, undoneBy: currentContext()?.actor?.id ?? null, undoReason: reason };
    await tx.update(PersonMerge, { survivorId, retiredId, undoneAt: IsNull() }, undone);
    return undone;
  }

  /** Of a pair merged again after an un-merge only the last merge stands; read under the locks. */
  private async isStanding(tx: EntityManager, mergeId: string): Promise<boolean> {
    const merge = await tx.findOneBy(PersonMerge, { id: mergeId });
    return merge?.undoneAt === null;
  }

  /** The living record is written first: it gives a national ID up before the other one takes it. */
  private async part(
    tx: EntityManager,
    root: Person,
    retired: Person,
    keeper: Keeper | undefined,
    now: Date,
  ): Promise<Parted> {
    const family = await this.people.family(tx, root.id);
    const gone = leaving(family, retired.id);
    const staying = family.filter((person) => !gone.includes(person));
    const words = partWords({ root, family: staying }, { root: retired, family: gone }, keeper, now);
    if (!words) throw Problem.invalid([{ field: 'keepsNationalId', code: 'one-holder' }]);
    for (const { speaker, own } of words.givenUp) await this.people.keepOwn(tx, speaker, own);
    const before = demographicsOf(root);
    const revision = { before, after: words.survivor, newIdentifiers: [] };
    const survivor = await this.people.revise(tx, root, revision, now);
    return { before, survivor, retired: await this.people.revive(tx, retired, words.retired, now) };
  }

  private async tell(
    tx: EntityManager,
    { survivorId, retiredId }: MergedPair,
    { before, survivor, retired }: Parted,
    now: Date,
  ): Promise<Draft[]> {
    // What counts for each goes with the un-merge itself: of two ids nothing would be in order between them.
    await this.decisions.settle(tx, survivor, now);
    await this.decisions.settle(tx, retired, now);
    const standings = {
      survivor: standingOf(survivor, await this.decisions.heldStates(tx, survivor)),
      retired: standingOf(retired, await this.decisions.heldStates(tx, retired)),
    };
    return [
      { type: PersonUnmergedV1, data: { survivorId, retiredId, ...standings } },
      ...[survivor, retired].flatMap((person) => updated(person, before)),
    ];
  }
}

function standingOf({ deceased, deceasedAt, allowedPurposes }: Person, states: HeldState[]): StandingAfterUnmerge {
  const died = deceased && deceasedAt ? { deceasedAt: deceasedAt.toISOString() } : {};
  return { deceased, ...died, allowedPurposes, states };
}

function updated(person: Person, before: Demographics): Draft[] {
  const changed = differences(before, person).filter((field) => field !== 'deceased' && field !== 'deceasedAt');
  return changed.length === 0 ? [] : [{ type: PersonUpdatedV1, data: { patientId: person.id, changed } }];
}
