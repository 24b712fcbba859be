import type { Channel, EncounterClass } from '#contracts';
import type { ContactKind } from '../contacts/contact.entity.js';

/** Facts of a person that a segment can ask for. */
export type SegmentFact =
  | { fact: 'tag' | 'purpose' | 'state'; op: 'has'; values: string[] }
  | { fact: 'sex' | 'district' | 'stage'; op: 'eq' | 'in'; values: string[] }
  | { fact: 'age'; op: 'ge' | 'le'; years: number }
  | { fact: 'deceased'; op: 'eq'; holds: boolean };

/** How often something happened to the person, with the records merged into it, and when. */
export interface SegmentOccasions {
  from?: Date;
  before?: Date;
  /** Within so many times 24 hours before it is asked. */
  days?: number;
  atLeast: number;
  atMost: number | null;
}

/** Visits of a kind. */
export interface SegmentVisits extends SegmentOccasions {
  class?: EncounterClass;
  department?: string;
  /** Of an ICD-10 code, in capitals. */
  diagnosis?: string;
}

/** Contacts the centre had, as other services told of them. */
export interface SegmentContacts extends SegmentOccasions {
  kind?: ContactKind;
  /** The type of the event that told of it, without its version: `follow-up.task.completed`. */
  what?: string;
  channel?: Channel;
  outcome?: string;
}

/** A checked filter. */
export type SegmentFilter =
  | { kind: 'and' | 'or'; parts: SegmentFilter[] }
  | { kind: 'not'; part: SegmentFilter }
  | ({ kind: 'fact' } & SegmentFact)
  | { kind: 'visits'; visits: SegmentVisits }
  | { kind: 'contacts'; contacts: SegmentContacts };
