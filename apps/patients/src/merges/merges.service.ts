import { PersonMergedV1 } from '#contracts';
import type { Draft } from '#event-bus';
import { currentContext, newId } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { pairOf, settleApart, settleMerged } from '../duplicates/duplicate-pairs.store.js';
import { demographicsOf, foldIn, type Demographics } from '../people/demographics.rules.js';
import { descendantsOf } from '../people/families.js';
import type { LockedPeople } from '../people/locked-people.js';
import { PeopleStore } from '../people/people.store.js';
import type { Person } from '../people/person.entity.js';
import { withApart, type Finding } from '../people/recognition.js';
import { PersonMerge, type MergeCause } from './person-merge.entity.js';

export interface Retirement {
  /** What the survivor says now that the retired record's newer words are folded in; the caller writes it. */
  survivorAfter: Demographics;
  merge: PersonMerge;
  draft: Draft<PersonMergedV1>;
}

/** Two records are one person: the retired one keeps its rows and its children and answers with the survivor (PT-3). */
@Injectable()
export class Merges {
  constructor(private readonly people: PeopleStore) {}

  /** @param said what the survivor says with what was folded in before; it may be newer than its row. */
  async retire(
    tx: EntityManager,
    locked: LockedPeople,
    pair: { retired: Person; survivor: Person; said: Demographics; cause: MergeCause; reason?: string },
    now: Date,
  ): Promise<Retirement> {
    const { retired, survivor, said, cause, reason = null } = pair;
    const survivorId = survivor.id;
    // A survivor that is not written yet takes it along when it is.
    if (survivor.own === null) await this.people.keepOwn(tx, survivor, demographicsOf(survivor));
    await this.people.retire(tx, retired, survivorId, now);
    locked.put({ ...retired, mergedInto: survivorId });
    const mergedBy = currentContext()?.actor?.id ?? null;
    const told = { id: newId(), survivorId, retiredId: retired.id, cause, reason, mergedAt: now, mergedBy };
    const merge = Object.assign(new PersonMerge(), told, { undoneAt: null, undoneBy: null, undoReason: null });
    await tx.insert(PersonMerge, merge);
    await settleMerged(tx, { survivorId, retiredId: retired.id }, { by: mergedBy, reason }, now);
    const draft = { type: PersonMergedV1, data: { survivorId, retiredId: retired.id } };
    return { survivorAfter: foldIn(said, retired).next, merge, draft };
  }

  /** Somebody says that these are two persons: what they share does not join them again. */
  async keepApart(tx: EntityManager, pair: [string, string], reason: string, now: Date): Promise<void> {
    const by = currentContext()?.actor?.id ?? null;
    await tx.query(
      `INSERT INTO person_apart (one_id, other_id, decided_at, decided_by, reason) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (one_id, other_id) DO UPDATE SET decided_at = $3, decided_by = $4, reason = $5`,
      [...pair.toSorted(), now, by, reason],
    );
    await settleApart(tx, pairOf(...pair), { by, reason }, now);
  }

  /** Somebody says by name that these are one person, whatever was said before under any of their ids. */
  async forgetApart(tx: EntityManager, one: string, other: string): Promise<void> {
    await tx.query(FORGET_APART, [one, other]);
  }

  /** Two that somebody told apart are not joined again by a number they share; a retirement by name (A40) is obeyed. */
  async obeyApart(tx: EntityManager, found: Finding): Promise<Finding> {
    const joined = found.absorbed.filter(({ cause }) => cause !== 'his').map(({ record }) => record.id);
    if (!found.target || joined.length === 0) return found;
    return withApart(found, await this.keptApart(tx, found.target.id, joined));
  }

  /** Which of these persons somebody said are not the one asked about, under any of their ids. */
  private async keptApart(tx: EntityManager, personId: string, otherIds: string[]): Promise<Set<string>> {
    const rows: { root: string }[] = await tx.query(KEPT_APART, [[personId, ...otherIds], personId]);
    return new Set(rows.map(({ root }) => root));
  }
}

const KEPT_APART = `
  WITH family AS (${descendantsOf('SELECT unnest($1::uuid[]) AS id')})
  SELECT DISTINCT other.root
    FROM person_apart
    JOIN family mine ON mine.id IN (one_id, other_id) AND mine.root = $2
    JOIN family other ON other.id IN (one_id, other_id) AND other.root <> $2`;

const FORGET_APART = `
  WITH ones AS (SELECT id FROM (${descendantsOf('SELECT $1::uuid AS id')}) family),
       others AS (SELECT id FROM (${descendantsOf('SELECT $2::uuid AS id')}) family)
  DELETE FROM person_apart
   WHERE (one_id IN (SELECT id FROM ones) AND other_id IN (SELECT id FROM others))
      OR (one_id IN (SELECT id FROM others) AND other_id IN (SELECT id FROM ones))`;
