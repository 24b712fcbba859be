import { CONSENT_PURPOSES, ENCOUNTER_CLASSES, PERSON_STATES, SEXES } from '#contracts';

/** What the facts of a filter may be. */
export interface SegmentVocabulary {
  sex: readonly string[];
  purpose: readonly string[];
  state: readonly string[];
  class: readonly string[];
}

export const SEGMENT_VOCABULARY: SegmentVocabulary = {
  sex: SEXES,
  purpose: CONSENT_PURPOSES,
  state: PERSON_STATES,
  class: ENCOUNTER_CLASSES,
};
