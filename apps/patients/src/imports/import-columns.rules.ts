/** What a column of an import or export may hold, in the order of the template. */
export const COLUMNS = [
  'id',
  'name',
  'sex',
  'birthDate',
  'nationalId',
  'documentType',
  'documentNumber',
  'phones',
  'address',
  'recordNumbers',
  'issuers',
  'recordNumberTypes',
  'deceased',
  'deceasedAt',
] as const;
export type Column = (typeof COLUMNS)[number];

interface Title {
  'zh-CN': string;
  en: string;
  /** What else people write above such a column. */
  also: string[];
}

export const TITLES: Readonly<Record<Column, Title>> = {
  id: { 'zh-CN': '患者编号', en: 'id', also: ['patient id', '系统编号'] },
  name: { 'zh-CN': '姓名', en: 'name', also: ['患者姓名', '名字', 'patient name', 'full name'] },
  sex: { 'zh-CN': '性别', en: 'sex', also: ['gender'] },
  birthDate: {
    'zh-CN': '出生日期',
    en: 'birth date',
    also: ['生日', '出生年月日', 'date of birth', 'dob', 'birthday'],
  },
  nationalId: {
    'zh-CN': '身份证号',
    en: 'national id',
    also: ['身份证', '身份证号码', '居民身份证号', '居民身份证', 'id card', 'id card number'],
  },
  documentType: { 'zh-CN': '证件类型', en: 'document type', also: ['证件种类'] },
  documentNumber: { 'zh-CN': '证件号码', en: 'document number', also: ['证件号', '其他证件号'] },
  phones: {
    'zh-CN': '手机',
    en: 'phone',
    also: ['手机号', '手机号码', '电话', '联系电话', '电话号码', 'phones', 'mobile', 'phone number', 'telephone'],
  },
  address: { 'zh-CN': '地址', en: 'address', also: ['住址', '家庭住址', '联系地址', 'home address'] },
  recordNumbers: {
    'zh-CN': '病案号',
    en: 'record number',
    also: ['病历号', '住院号', '门诊号', 'mrn', 'record numbers', 'medical record number'],
  },
  issuers: { 'zh-CN': '发号系统', en: 'issuer', also: ['签发系统', '病案号来源', 'issuers', 'system'] },
  recordNumberTypes: { 'zh-CN': '病案号类型', en: 'record number type', also: ['record number types'] },
  deceased: { 'zh-CN': '已故', en: 'deceased', also: ['是否死亡', '死亡'] },
  deceasedAt: { 'zh-CN': '死亡时间', en: 'deceased at', also: ['死亡日期', 'date of death'] },
};

/** Stands behind the title of a column whose values are masked: such a file is for reading and never comes back in. */
export const MASKED: Readonly<Record<'zh-CN' | 'en', string>> = { 'zh-CN': '（脱敏）', en: ' (masked)' };

export interface HeaderFault {
  code: 'header-unknown' | 'header-double' | 'header-missing' | 'header-masked';
  /** The title as it is in the file, or the Chinese title of the column that is missing. */
  titles: string[];
}

/** Which cell of a line is which column; undefined for a cell without a title, which must be empty. */
export type Mapping = (Column | undefined)[];

const BY_TITLE = new Map(
  COLUMNS.flatMap((column) => {
    const { 'zh-CN': zh, en, also } = TITLES[column];
    return [column, zh, en, ...also].map((title) => [plain(title), column] as const);
  }),
);

/**
 * Reads the header row. Titles are told apart without width, case, spaces and marks.
 * @param issuer whether the caller named the system that issued all record numbers
 */
export function readHeader(cells: string[], issuer: boolean): { mapping: Mapping; faults: HeaderFault[] } {
  const masked = cells.filter((cell) => /[（(]\s*(脱敏|masked)\s*[）)]\s*$/iu.test(cell));
  const mapping = cells.map((cell) => BY_TITLE.get(plain(cell)));
  const unknown = cells.filter((cell, at) => mapping[at] === undefined && cell.trim() !== '' && !masked.includes(cell));
  const double = cells.filter((_, at) => mapping[at] !== undefined && mapping.indexOf(mapping[at]) !== at);
  const missing = missingIn(new Set(mapping), issuer).map((column) => TITLES[column]['zh-CN']);
  const faults: HeaderFault[] = [
    { code: 'header-masked', titles: masked },
    { code: 'header-unknown', titles: unknown },
    { code: 'header-double', titles: double },
    // What is missing is perhaps only misspelt: then the misspelling is all there is to say.
    { code: 'header-missing', titles: unknown.length + masked.length > 0 ? [] : missing },
  ];
  return { mapping, faults: faults.filter(({ titles }) => titles.length > 0) };
}

function missingIn(there: Set<Column | undefined>, issuer: boolean): Column[] {
  const missing: Column[] = [];
  if (!there.has('name') && !there.has('id')) missing.push('name');
  const marks: Column[] = ['id', 'nationalId', 'documentNumber', 'recordNumbers', 'phones'];
  if (!marks.some((column) => there.has(column))) missing.push('nationalId');
  if (there.has('recordNumbers') && !there.has('issuers') && !issuer) missing.push('issuers');
  if (there.has('documentNumber') && !there.has('documentType')) missing.push('documentType');
  return missing;
}

function plain(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-*:：/.]/gu, '');
}
