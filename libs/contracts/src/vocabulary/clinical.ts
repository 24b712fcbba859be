/** Administrative sex as FHIR R4 codes it. */
export const SEXES = ['male', 'female', 'other', 'unknown'] as const;
export type Sex = (typeof SEXES)[number];

/** Kinds of encounter (就诊/住院). */
export const ENCOUNTER_CLASSES = ['inpatient', 'outpatient', 'emergency', 'exam', 'planned'] as const;
export type EncounterClass = (typeof ENCOUNTER_CLASSES)[number];

/** Where an encounter stands. `planned` is a pre-admission (A05). */
export const ENCOUNTER_STATUSES = ['planned', 'in-progress', 'finished', 'cancelled'] as const;
export type EncounterStatus = (typeof ENCOUNTER_STATUSES)[number];

/** Why a follow-up plan ended (FU-6): early, or `completed` when no contact is left to make; `readmitted` when the next discharge replaces a paused one; the
 * next two when the person wants no contact (PT-11) or no follow-up (PT-9); `replaced` by a later visit's plan;
 * `discharged`: it was counted from the admission; `procedure-withdrawn`: the operation was told with a wrong code. */
export const PLAN_END_REASONS = [
  'deceased',
  'cured',
  'transferred',
  'refused',
  'other',
  'discharge-cancelled',
  'visit-cancelled',
  'procedure-withdrawn',
  'readmitted',
  'do-not-contact',
  'consent-withdrawn',
  'replaced',
  'completed',
  'discharged',
] as const;
export type PlanEndReason = (typeof PLAN_END_REASONS)[number];
