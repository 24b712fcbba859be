/** `confirmed`: every service has been told; what each did is in its report. */
export const ERASURE_STATES = ['requested', 'confirmed', 'declined'] as const;
export type ErasureState = (typeof ERASURE_STATES)[number];

/** Who asked: the person, who may act for him, or the hospital because the purpose is over (PIPL Art. 47). */
export const ASKERS = ['person', 'guardian', 'representative', 'next-of-kin', 'hospital'] as const;
export type Asker = (typeof ASKERS)[number];

/** How it was made sure who asks. */
export const IDENTITY_CHECKS = [
  'id-document-seen',
  'code-to-phone',
  'video-call',
  'court-order',
  'not-needed',
] as const;
export type IdentityCheck = (typeof IDENTITY_CHECKS)[number];

export const REPORT_STATES = ['waiting', 'applied', 'failed'] as const;
export type ReportState = (typeof REPORT_STATES)[number];
