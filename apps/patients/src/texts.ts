import type { TextSet } from '#platform';

/** What this service answers when something is wrong. */
export const PATIENTS_TEXTS: TextSet = {
  problems: {
    'patient-exists': {
      'zh-CN': '已有患者档案使用此{what:term}。',
      en: 'A patient with this {what:term} has a record already.',
    },
  },
  reasons: {
    blank: { 'zh-CN': '不能为空白', en: 'must not be blank' },
    'calendar-day': {
      'zh-CN': '必须是 YYYY-MM-DD 形式的日历日期',
      en: 'must be a day of the calendar, written YYYY-MM-DD',
    },
    'needs-deceased': { 'zh-CN': '需同时给出 deceased: true', en: 'needs deceased: true' },
    'issuer-without-mrn': { 'zh-CN': '用于限定 mrn，请同时给出', en: 'narrows mrn; give both' },
    'nothing-to-search': { 'zh-CN': '不含文字或字母', en: 'has neither letters nor characters' },
    'national-id-invalid': {
      'zh-CN': '不是有效的居民身份证号（GB 11643-1999）；其他证件请填 `document`',
      en: 'is not a valid number by GB 11643-1999; give other documents in `document`',
    },
    'needs-legal-basis': { 'zh-CN': '授权须写明合法依据', en: 'a grant names its legal basis' },
    'basis-insufficient': {
      'zh-CN': '此依据不足以支持该用途，可用：{allowed}',
      en: 'is not enough for this purpose; one of {allowed} is',
    },
    'only-when-granted': { 'zh-CN': '仅在授权时填写', en: 'only goes with a grant' },
    'needs-guardian': {
      'zh-CN': '未满14周岁须由监护人同意（个人信息保护法第三十一条）',
      en: 'somebody below 14 needs the consent of a guardian (PIPL Art. 31)',
    },
    'in-the-future': { 'zh-CN': '是将来的时间', en: 'is in the future' },
    'contradicts-national-id': {
      'zh-CN': '与身份证号不符，身份证号为 {said}',
      en: 'contradicts the national ID, which says {said}',
    },
  },
  terms: {
    patient: { 'zh-CN': '患者', en: 'patient' },
    'patient-photo': { 'zh-CN': '患者照片', en: 'photo of patient' },
    encounter: { 'zh-CN': '就诊', en: 'encounter' },
    'national-id': { 'zh-CN': '身份证号', en: 'national ID' },
    'record-number': { 'zh-CN': '病案号', en: 'record number' },
  },
};
