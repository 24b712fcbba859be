import type { FactsStatement, FactTopic, SaidFacts } from './fact-topics.js';

/** A word as it is on record. */
export interface FactWord {
  id: string;
  topic: FactTopic;
  value: object | string | null;
  recordedAt: Date;
  endedAt: Date | null;
}

/** What has to be written for a statement to hold. */
export interface FactsRevision {
  ended: string[];
  added: { topic: FactTopic; value: object | string | null }[];
}

const SINGLE = ['bloodType', 'source', 'club'] as const satisfies FactTopic[];
const LISTS = ['allergies', 'conditions', 'emergencyContacts'] as const satisfies FactTopic[];

/**
 * PT-1: what holds of all that was said of a record and those merged into it. Of a single fact the word recorded last
 * counts; of a list every entry that nobody ended, each once: an allergy known of either record is an allergy.
 */
export function factsOf(words: FactWord[]): SaidFacts {
  const inOrder = words.toSorted(earlierFirst);
  const last = (topic: FactTopic) => inOrder.findLast((word) => word.topic === topic)?.value ?? null;
  const entries = (topic: FactTopic) => [
    ...new Map(live(inOrder, topic).map(({ value }) => [canonical(value), value])).values(),
  ];
  const facts: unknown = Object.fromEntries([
    ...SINGLE.map((topic) => [topic, last(topic)]),
    ...LISTS.map((topic) => [topic, entries(topic)]),
  ]);
  return facts as SaidFacts;
}

/** Lists are stated whole. An entry is ended where it was said, so that a merge taken back finds its own again. */
export function reviseFacts(words: FactWord[], statement: FactsStatement): FactsRevision {
  const held = factsOf(words);
  const singles = SINGLE.flatMap((topic) => {
    const value = statement[topic];
    return value === undefined || canonical(value) === canonical(held[topic]) ? [] : [{ topic, value }];
  });
  const lists = LISTS.map((topic) => reviseList(words, topic, statement[topic]));
  return {
    ended: lists.flatMap(({ ended }) => ended),
    added: [...singles, ...lists.flatMap(({ added }) => added)],
  };
}

function reviseList(words: FactWord[], topic: FactTopic, stated: object[] | undefined): FactsRevision {
  if (stated === undefined) return { ended: [], added: [] };
  const wanted = new Map(stated.map((value) => [canonical(value), value]));
  const current = live(words, topic);
  const known = new Set(current.map(({ value }) => canonical(value)));
  return {
    ended: current.filter(({ value }) => !wanted.has(canonical(value))).map(({ id }) => id),
    added: [...wanted].filter(([key]) => !known.has(key)).map(([, value]) => ({ topic, value })),
  };
}

function live(words: FactWord[], topic: FactTopic): FactWord[] {
  return words.filter((word) => word.topic === topic && word.endedAt === null);
}

/** jsonb forgets the order of members. */
function canonical(value: object | string | null): string {
  if (value === null || typeof value === 'string') return JSON.stringify(value);
  return JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function earlierFirst(a: FactWord, b: FactWord): number {
  const apart = a.recordedAt.getTime() - b.recordedAt.getTime();
  return apart === 0 ? (a.id < b.id ? -1 : 1) : apart;
}
