import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PatientsConfig } from '../patients.config.js';
import type { Demographics } from '../people/demographics.rules.js';
import { resemblance, type Resemblance, type Traits } from './duplicate.rules.js';
import {
  closePairs,
  listPairs,
  openPairs,
  pairKey,
  pairOf,
  pairsToldApart,
  type Pair,
} from './duplicate-pairs.store.js';
import { DuplicateMetrics } from './duplicates.metrics.js';
import { sharedKeys, type SharedKey } from './shared-keys.js';
import { readCompared, traitsOf, type Compared } from './traits.js';

export interface Likely extends Resemblance {
  personId: string;
}

/** Holds people against those they share a key with, many in few statements (PT-3, ADR 53). */
@Injectable()
export class DuplicateChecks {
  constructor(
    private readonly config: PatientsConfig,
    private readonly metrics: DuplicateMetrics,
  ) {}

  /**
   * Lists the pairs these people are in, and closes those of their open pairs that nothing speaks for any more. Nobody
   * is locked: whoever changes meanwhile is due again. One transaction at a time does this (`DuplicateDeadlines`).
   */
  async check(tx: EntityManager, personIds: string[], now: Date): Promise<void> {
    const subjects = (await readCompared(tx, personIds)).filter(isLiving);
    const keys = await sharedKeys(tx, subjects, this.config.duplicateKeyMost);
    this.metrics.skipped(keys.filter(isCrowded));
    const [pairs, known] = [pairsAmong(keys, personIds), await openPairs(tx, personIds)];
    const all = [...new Map([...pairs, ...known].map((pair) => [pairKey(pair), pair])).values()];
    if (all.length === 0) return;
    const involved = [...new Set(all.flatMap(({ oneId, otherId }) => [oneId, otherId]))];
    const apart = await pairsToldApart(tx, involved);
    const people = new Map((await readCompared(tx, involved)).map((person) => [person.id, telling(person, keys)]));
    const scored = all.map((pair) => ({ ...pair, ...this.score(people, apart, pair) }));
    await listPairs(
      tx,
      scored.filter((pair) => this.isProbable(pair)),
      now,
    );
    await closePairs(
      tx,
      scored.filter((pair) => !this.isProbable(pair)),
      now,
    );
  }

  /** Who is probably the same person as somebody without a record, the likeliest first; nothing is written. */
  async likely(tx: EntityManager, said: Demographics): Promise<{ likely: Likely[]; skipped: SharedKey[] }> {
    const traits = traitsOf(said);
    const keys = await sharedKeys(tx, [traits], this.config.duplicateKeyMost);
    const others = await readCompared(tx, [...new Set(keys.flatMap(({ ids }) => ids))]);
    const subject = telling(traits, keys);
    const likely = others.filter(isLiving).map((other) => ({ personId: other.id, ...resemblance(subject, other) }));
    return {
      likely: likely
        .filter((each) => this.isProbable(each))
        .toSorted((a, b) => b.score - a.score || (a.personId < b.personId ? -1 : 1)),
      skipped: keys.filter(isCrowded),
    };
  }

  /** Keys of a record that so many share that nobody is compared by them. */
  async crowdedKeys(tx: EntityManager, personId: string): Promise<SharedKey[]> {
    const subjects = (await readCompared(tx, [personId])).filter(isLiving);
    return (await sharedKeys(tx, subjects, this.config.duplicateKeyMost)).filter(isCrowded);
  }

  private score(people: Map<string, Compared>, apart: Set<string>, pair: Pair): Resemblance {
    const [one, other] = [people.get(pair.oneId), people.get(pair.otherId)];
    if (!one || !other || !isLiving(one) || !isLiving(other) || apart.has(pairKey(pair))) return NOTHING;
    return resemblance(one, other);
  }

  private isProbable({ score }: Resemblance): boolean {
    return score >= this.config.duplicateScore;
  }
}

const NOTHING: Resemblance = { score: Number.NEGATIVE_INFINITY, reasons: [] };

function isLiving({ mergedInto }: Compared): boolean {
  return mergedInto === null;
}

function isCrowded(key: SharedKey): boolean {
  return key.isCrowded;
}

/** A phone that very many share is no evidence either. */
function telling<T extends Traits>(traits: T, keys: SharedKey[]): T {
  const crowded = new Set(keys.filter((key) => key.kind === 'phone' && isCrowded(key)).map(({ value }) => value));
  return { ...traits, phoneKeys: traits.phoneKeys.filter((key) => !crowded.has(key)) };
}

/** Each of these people with everybody else who shares a key with them. */
function pairsAmong(keys: SharedKey[], personIds: string[]): Pair[] {
  const subjects = new Set(personIds);
  return keys.flatMap(({ ids }) =>
    ids
      .filter((id) => subjects.has(id))
      .flatMap((id) => ids.filter((other) => other !== id).map((other) => pairOf(id, other))),
  );
}
