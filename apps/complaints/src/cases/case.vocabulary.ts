/** Steps of a case that are told in words (CP-4); each is a line of the ticket's story, `case-` before its name. */
export const CASE_STEPS = ['verification', 'investigation', 'reward', 'penalty'] as const;
export type CaseStepName = (typeof CASE_STEPS)[number];

/** What a complaint was about in the end, for the reports by cause (CP-10). */
export const COMPLAINT_CAUSES = [
  'waiting',
  'attitude',
  'communication',
  'environment',
  'fees',
  'process',
  'treatment',
  'privacy',
  'none-found',
  'other',
] as const;
export type ComplaintCause = (typeof COMPLAINT_CAUSES)[number];

/** What whoever complained was given (CP-3). */
export const COMPENSATIONS = ['apology', 'explanation', 'refund', 'voucher', 'service', 'money'] as const;
export type Compensation = (typeof COMPENSATIONS)[number];

/**
 * Why nothing more is entered of a case: its ticket is no complaint any more, went on in another one, or was stopped; or it
 * went with a person who was erased. A finding can be overturned all the same (CP-8).
 */
export const CASE_ENDINGS = ['not-a-complaint', 'merged', 'stopped', 'erased'] as const;
export type CaseEnding = (typeof CASE_ENDINGS)[number];

/** Found by the investigation to be justified; taken back again (CP-8). */
export const VALIDITIES = ['confirmed', 'overturned'] as const;
export type Validity = (typeof VALIDITIES)[number];
