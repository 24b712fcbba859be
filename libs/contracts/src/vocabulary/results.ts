/** Kinds of result (检查检验结果). */
export const RESULT_KINDS = ['laboratory', 'imaging', 'pathology', 'other'] as const;
export type ResultKind = (typeof RESULT_KINDS)[number];

/** How sure a result is; `withdrawn` was taken back by its sender. */
export const RESULT_STATUSES = ['preliminary', 'final', 'corrected', 'withdrawn'] as const;
export type ResultStatus = (typeof RESULT_STATUSES)[number];

/** `critical` is a panic value (危急值): somebody has to be told at once. */
export const ABNORMALITIES = ['normal', 'abnormal', 'critical'] as const;
export type Abnormality = (typeof ABNORMALITIES)[number];

/** What a drug was ordered for: the ward, an outpatient, or to take home after the stay (出院带药). */
export const MEDICATION_USES = ['inpatient', 'outpatient', 'discharge'] as const;
export type MedicationUse = (typeof MEDICATION_USES)[number];

/** Why an order for a drug no longer counts. */
export const MEDICATION_STOPS = ['cancelled', 'discontinued', 'on-hold'] as const;
export type MedicationStop = (typeof MEDICATION_STOPS)[number];
