import type { ConsentPurpose, PersonState } from '#contracts';

export type Topic = ConsentPurpose | PersonState;

/** A word that was said on a topic. */
export interface Word {
  id: string;
  topic: Topic;
  holds: boolean;
  decidedAt: Date;
  recordedAt: Date;
}

/** What counts for a person now. */
export interface Standing {
  allowedPurposes: ConsentPurpose[];
  states: PersonState[];
}

/** Care, and asking afterwards how it went, are what somebody comes for (PIPL Art. 13 (2)); the rest has to be agreed to. */
const ALLOWED_UNASKED: Record<ConsentPurpose, boolean> = {
  care: true,
  'follow-up': true,
  marketing: false,
  research: false,
  publication: false,
};
const STATES_UNTOLD: Record<PersonState, false> = { 'do-not-contact': false, cured: false };

/** The last word on each topic: of those decided at the same time the one recorded last. */
export function lastWords<W extends Word>(words: W[]): Map<Topic, W> {
  const last = new Map<Topic, W>();
  for (const word of words.toSorted(earlierFirst)) last.set(word.topic, word);
  return last;
}

/** PT-9, PT-11: the last word on each topic counts; where nothing was said, the law's default. */
export function standingOf(words: Word[]): Standing {
  const last = lastWords(words);
  const holding = <T extends Topic>(unsaid: Record<T, boolean>) =>
    (Object.keys(unsaid) as T[]).filter((topic) => last.get(topic)?.holds ?? unsaid[topic]);
  return { allowedPurposes: holding(ALLOWED_UNASKED), states: holding(STATES_UNTOLD) };
}

export interface StandingChange {
  topic: Topic;
  holds: boolean;
}

/** What is different for others who know these standings: of a record, and of one merged into it. */
export function changesOf(after: Standing, ...known: Standing[]): StandingChange[] {
  const topics = [...Object.keys(ALLOWED_UNASKED), ...Object.keys(STATES_UNTOLD)] as Topic[];
  return topics.flatMap((topic) => {
    const holds = holdsIn(after, topic);
    return known.some((standing) => holdsIn(standing, topic) !== holds) ? [{ topic, holds }] : [];
  });
}

function holdsIn({ allowedPurposes, states }: Standing, topic: Topic): boolean {
  return [...allowedPurposes, ...states].some((each) => each === topic);
}

function earlierFirst(a: Word, b: Word): number {
  const apart = a.decidedAt.getTime() - b.decidedAt.getTime() || a.recordedAt.getTime() - b.recordedAt.getTime();
  return apart === 0 ? (a.id < b.id ? -1 : 1) : apart;
}
