import { demographicsOf, foldIn, type Demographics } from './demographics.rules.js';

/** A record and what was said under its id alone. */
export interface Speaker extends Demographics {
  id: string;
  mergedInto: string | null;
  own: Demographics | null;
}

/** What was said under this id alone, whatever was merged into it or it into another (PT-3). */
export function ownWords(person: Speaker): Demographics {
  const { own } = person;
  if (own === null) return demographicsOf(person);
  return { ...own, deceasedAt: own.deceasedAt && new Date(own.deceasedAt) };
}

/** What a record says with everything merged into it: of every part the newest word of anybody. */
export function wordsOfAll(root: Speaker, family: Speaker[]): Demographics {
  const others = family.filter(({ id }) => id !== root.id).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return others.reduce((said, other) => foldIn(said, ownWords(other)).next, ownWords(root));
}

/** Those of a family that leave with a record: itself, and what was merged into it over any number of steps. */
export function leaving<S extends Speaker>(family: S[], recordId: string): S[] {
  const ids = new Set([recordId]);
  for (let before = 0; before < ids.size;) {
    before = ids.size;
    for (const { id, mergedInto } of family) if (mergedInto && ids.has(mergedInto)) ids.add(id);
  }
  return family.filter(({ id }) => ids.has(id));
}
