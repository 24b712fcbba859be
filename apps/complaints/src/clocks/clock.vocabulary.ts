/**
 * Kinds of clocks of this service. They run beside each other and never change each other: `claim` until somebody takes
 * it, `first-reply` until the complainant is answered, `solution` until it is closed (the colour's, CP-1),
 * `compensation` and `soothing-call` (CP-3), `statutory` (CP-9), `private-answer` of a review and `facts` of a crisis (CP-6),
 * `rectification` of a measure (CP-4).
 */
export const CLOCK_KINDS = [
  'claim',
  'first-reply',
  'solution',
  'compensation',
  'soothing-call',
  'statutory',
  'private-answer',
  'facts',
  'rectification',
] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

export const CLOCK_SUBJECTS = ['ticket', 'review', 'crisis', 'measure'] as const;
export type ClockSubjectType = (typeof CLOCK_SUBJECTS)[number];

/** How a clock ended. `superseded`: another clock of the same kind took over, at a merge; `withdrawn`: nothing is owed any more. */
export const CLOCK_OUTCOMES = ['done', 'withdrawn', 'superseded', 'merged'] as const;
export type ClockOutcome = (typeof CLOCK_OUTCOMES)[number];

/** Order of urgency: what is due first after a downtime. 0 red, 1 yellow, 2 everything else. */
export const URGENCY_RANKS = [0, 1, 2] as const;
export type UrgencyRank = (typeof URGENCY_RANKS)[number];

/** Who hears of a step of the ladder (CP-2): the first is the warning's, the last that of every step after it. */
export const LADDER_NAMES = ['standard', 'centre', 'medical-affairs'] as const;
export type LadderName = (typeof LADDER_NAMES)[number];
