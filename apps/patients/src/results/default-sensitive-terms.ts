type Term = readonly [kind: 'code' | 'word' | 'department', term: string, zh: string, en: string];

const HIV = ['艾滋病', 'HIV'] as const;
const PREGNANCY = ['妊娠', 'pregnancy'] as const;
const VENEREAL = ['性病', 'venereal disease'] as const;
const PSYCHIATRY = ['精神科', 'psychiatry'] as const;

/**
 * What is sensitive before the hospital decides otherwise (PT-9): codes by their beginning (LOINC, ATC and what
 * laboratories use), words in the name of an examination, value or drug, and departments of the visit by national code.
 */
export const SENSITIVE_TERMS: readonly Term[] = [
  ...terms('word', HIV, 'HIV', '艾滋', '人类免疫缺陷病毒'),
  ...terms(
    'code',
    HIV,
    '75622-1',
    '56888-1',
    '7918-6',
    '29893-5',
    '5221-7',
    '20447-9',
    'J05AR',
    'J05AF',
    'J05AE',
    'J05AG',
  ),
  ...terms('word', PREGNANCY, 'HCG', '绒毛膜促性腺', '妊娠', '早孕', '孕检', 'pregnancy'),
  ...terms('code', PREGNANCY, '2106-3', '2118-8', '19080-1', '21198-7', '45194-8'),
  ...terms('word', VENEREAL, '梅毒', '淋球菌', '淋病', 'syphilis', 'TPPA', 'TRUST', 'gonorrh'),
  ...terms('code', VENEREAL, '20507-0', '24312-1', '5292-8'),
  ...terms('word', PSYCHIATRY, '抑郁', '焦虑', '精神', '自杀', 'SCL-90', 'PHQ', 'HAMD'),
  ...terms('code', PSYCHIATRY, 'N05A', 'N06A'),
  ...terms('department', PSYCHIATRY, '15'),
];

function terms(kind: Term[0], [zh, en]: readonly [string, string], ...all: string[]): Term[] {
  return all.map((term) => [kind, term, zh, en]);
}
