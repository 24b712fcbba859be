import type { FileUse } from '#platform';

const MIB = 1_048_576;

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV = 'text/csv';

export const PATIENT_IMPORT = {
  name: 'patient-import',
  mediaTypes: [CSV, XLSX],
  maxBytes: 512 * MIB,
} as const satisfies FileUse;

/** The rows of a workbook as CSV, for ourselves. */
export const IMPORT_ROWS = {
  name: 'patient-import-rows',
  mediaTypes: [CSV],
  maxBytes: 1_024 * MIB,
} as const satisfies FileUse;

/** Lines of one file, the header apart. */
export const MOST_LINES = 1_000_000;
