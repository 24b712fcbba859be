import { CONTACT_KINDS } from '../contacts/contact.entity.js';

/** What a timeline is made of (PT-2). */
export const TIMELINE_KINDS = [
  'encounter',
  'diagnosis',
  'procedure',
  'result',
  'imaging',
  'medication',
  'decision',
  'merge',
  'fact',
  'card',
  'promise',
  'gift',
  'community',
  'win-back',
  ...CONTACT_KINDS,
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];
