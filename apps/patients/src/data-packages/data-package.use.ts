import type { FileUse } from '#platform';
import type { PackageFormat } from './data-package-vocabulary.js';

export const MEDIA_TYPES: Record<PackageFormat, string> = { json: 'application/json', pdf: 'application/pdf' };

export const DATA_PACKAGE = {
  name: 'patient-data-package',
  mediaTypes: Object.values(MEDIA_TYPES),
  maxBytes: 2_147_483_648,
} as const satisfies FileUse;
