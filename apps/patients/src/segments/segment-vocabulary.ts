import { CHANNELS, CONSENT_PURPOSES, ENCOUNTER_CLASSES, LIFECYCLE_STAGES, PERSON_STATES, SEXES } from '#contracts';
import { CONTACT_KINDS } from '../contacts/contact.entity.js';

/** What the facts of a filter may be. */
export interface SegmentVocabulary {
  sex: readonly string[];
  purpose: readonly string[];
  state: readonly string[];
  stage: readonly string[];
  class: readonly string[];
  contact: readonly string[];
  channel: readonly string[];
}

export const SEGMENT_VOCABULARY: SegmentVocabulary = {
  sex: SEXES,
  purpose: CONSENT_PURPOSES,
  state: PERSON_STATES,
  stage: LIFECYCLE_STAGES,
  class: ENCOUNTER_CLASSES,
  contact: CONTACT_KINDS,
  channel: CHANNELS,
};
