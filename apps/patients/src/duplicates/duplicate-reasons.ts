import type { DuplicateReason } from './duplicate.rules.js';

/** What an agent reads of each reason. */
export const REASON_TEXTS: Record<DuplicateReason, { zh: string; en: string }> = {
  'same-document': { zh: '证件号码相同', en: 'Same document number' },
  'same-phone': { zh: '电话相同', en: 'Same phone' },
  'same-name': { zh: '姓名相同', en: 'Same name' },
  'same-birth-date': { zh: '出生日期相同', en: 'Same birth date' },
  'alike-name': { zh: '姓名同音（含异体字）', en: 'Names that read alike, variant characters too' },
  'same-address': { zh: '住址相同', en: 'Same address' },
  'same-sex': { zh: '性别相同', en: 'Same sex' },
  'different-birth-date': { zh: '出生日期不同', en: 'Different birth dates' },
  'different-document': { zh: '同类证件号码不同', en: 'Different numbers of one kind of document' },
  'different-sex': { zh: '性别不同', en: 'Different sex' },
  'different-name': { zh: '姓名不同', en: 'Different names' },
  'different-generation': {
    zh: '相差一代（14岁以上），可能是亲子',
    en: 'A generation apart, perhaps parent and child',
  },
  'different-national-id': { zh: '身份证号不同', en: 'Different national IDs' },
};
