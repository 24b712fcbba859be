import type { Demographics } from '../people/demographics.rules.js';
import { ownWords, wordsOfAll, type Speaker } from '../people/own-words.rules.js';

/** A record that answers for itself, and it with all that was merged into it. */
export interface Side<S extends Speaker> {
  root: S;
  family: S[];
}

export type Keeper = 'survivor' | 'retired';

export interface Parted<S extends Speaker> {
  survivor: Demographics;
  retired: Demographics;
  /** Who told the national ID that the other side keeps, with what is left to them. */
  givenUp: { speaker: S; own: Demographics }[];
}

/**
 * What each side of a merge says once it is taken back (PT-3): what was told under its own ids, before and since.
 * A national ID names one living record: when both sides told the same one, somebody has to say whose it is; it stays
 * with the other as an unverified document, so that the mistake can be found.
 * @returns undefined while that is not said
 */
export function partWords<S extends Speaker>(
  survivor: Side<S>,
  retired: Side<S>,
  keeper: Keeper | undefined,
  now: Date,
): Parted<S> | undefined {
  const words = { survivor: wordsOf(survivor), retired: wordsOf(retired) };
  const number = words.survivor.nationalId;
  if (number === null || number !== words.retired.nationalId) return { ...words, givenUp: [] };
  if (!keeper) return undefined;
  const loser = keeper === 'survivor' ? retired : survivor;
  const givenUp = loser.family
    .map((speaker) => ({ speaker, own: ownWords(speaker) }))
    .filter(({ own }) => own.nationalId === number)
    .map(({ speaker, own }) => ({ speaker, own: withUnverified(own, number, now) }));
  const owned = loser.family.map((speaker) => {
    const own = givenUp.find((each) => each.speaker.id === speaker.id)?.own;
    return own ? { ...speaker, own } : speaker;
  });
  const root = owned.find(({ id }) => id === loser.root.id) ?? loser.root;
  const left = wordsOfAll(root, owned);
  return keeper === 'survivor' ? { ...words, retired: left, givenUp } : { ...words, survivor: left, givenUp };
}

function wordsOf<S extends Speaker>({ root, family }: Side<S>): Demographics {
  return wordsOfAll(root, family);
}

function withUnverified(own: Demographics, number: string, now: Date): Demographics {
  const at = now.toISOString();
  const toldAt = { ...own.toldAt, nationalId: at, document: at };
  return { ...own, nationalId: null, documentType: 'unverified', documentNumber: number, toldAt };
}
