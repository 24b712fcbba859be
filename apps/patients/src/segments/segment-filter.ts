import type { EncounterClass } from '#contracts';

/** Facts of a person that a segment can ask for. */
export type SegmentFact =
  | { fact: 'tag' | 'purpose' | 'state'; op: 'has'; values: string[] }
  | { fact: 'sex' | 'district'; op: 'eq' | 'in'; values: string[] }
  | { fact: 'age'; op: 'ge' | 'le'; years: number }
  | { fact: 'deceased'; op: 'eq'; holds: boolean };

/** Visits of a kind that the person, with the records merged into it, had so or so often. */
export interface SegmentVisits {
  class?: EncounterClass;
  department?: string;
  /** Of an ICD-10 code, in capitals. */
  diagnosis?: string;
  from?: Date;
  before?: Date;
  atLeast: number;
  atMost: number | null;
}

/** A checked filter. */
export type SegmentFilter =
  | { kind: 'and' | 'or'; parts: SegmentFilter[] }
  | { kind: 'not'; part: SegmentFilter }
  | ({ kind: 'fact' } & SegmentFact)
  | ({ kind: 'visits' } & SegmentVisits);
