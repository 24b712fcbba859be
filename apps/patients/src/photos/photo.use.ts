import type { FileUse } from '#platform';

export const PATIENT_PHOTO = {
  name: 'patient-photo',
  mediaTypes: ['image/jpeg', 'image/png'],
  maxBytes: 5 * 1_048_576,
} as const satisfies FileUse;
