/** Where somebody stands with the hospital, by visits and time alone (PT-1). */
export const LIFECYCLE_STAGES = ['lead', 'first-visit', 'active', 'revisit-due', 'churned'] as const;
export type LifecycleStage = (typeof LIFECYCLE_STAGES)[number];

/** What is offered to somebody who stays away, in the order of the steps (PT-5). */
export const WIN_BACK_OFFERS = ['free-recheck', 'returning-discount', 'doctor-call'] as const;
export type WinBackOffer = (typeof WIN_BACK_OFFERS)[number];

export const WIN_BACK_STEPS = [1, 2, 3] as const;
export type WinBackStep = (typeof WIN_BACK_STEPS)[number];

/** What somebody answers to an offer (PT-5). */
export const WIN_BACK_ANSWERS = ['accepted', 'will-come', 'declined', 'no-interest'] as const;
export type WinBackAnswer = (typeof WIN_BACK_ANSWERS)[number];

/** Why a win-back ended: the person came, answered or did not, or must not be written to any more (PT-5, PT-11). */
export const WIN_BACK_OUTCOMES = [
  'visited',
  'answered',
  'no-answer',
  'consent-withdrawn',
  'do-not-contact',
  'cured',
  'deceased',
  'merged',
  'not-churned',
] as const;
export type WinBackOutcome = (typeof WIN_BACK_OUTCOMES)[number];
