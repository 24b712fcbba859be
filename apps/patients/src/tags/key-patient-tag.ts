import type { DefaultTag } from './default-tags.js';

/** 重点患者, by hand: such patients are called after a discharge (FU-11). Beside the 120 of PT-4. */
export const KEY_PATIENT_TAG: DefaultTag = {
  code: 'disease.key-patient',
  dimension: 'disease',
  zh: '重点患者',
  en: 'Key patient',
  rule: null,
};
