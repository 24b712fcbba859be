import { createHash } from 'node:crypto';
import type { FactWord } from './facts.rules.js';

/**
 * The ETag of a family's facts: a number made from the words on record and whether each still stands, so that a merge
 * or an un-merge between reading and writing is noticed like any other change. At most 28 bits.
 */
export function versionOf(words: Pick<FactWord, 'id' | 'endedAt'>[]): number {
  const state = words.map(({ id, endedAt }) => `${id}${endedAt === null ? '+' : '-'}`).sort();
  return Number.parseInt(createHash('sha256').update(state.join()).digest('hex').slice(0, 7), 16);
}
