import type { FileUse } from '#platform';

const MIB = 1_048_576;

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV = 'text/csv';

export const PATIENT_IMPORT = {
  name: 'patient-import',
  mediaTypes: [CSV],
  maxBytes: 512 * MIB,
} as const satisfies FileUse;

/** Lines of one file, the header apart. */
export const MOST_LINES = 1_000_000;
