/**
 * What came of asking a complainant: `unreachable` covers calls nobody took and people who may not be called,
 * `declined` those who did not want to say.
 */
export const COMPLAINT_CALL_OUTCOMES = ['satisfied', 'unsatisfied', 'unreachable', 'declined'] as const;
export type ComplaintCallOutcome = (typeof COMPLAINT_CALL_OUTCOMES)[number];
