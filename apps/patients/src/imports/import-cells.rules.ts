import type { Sex } from '#contracts';
import type { DocumentType } from '../people/national-id.rules.js';

/** A cell that cannot be read; the code has a text. */
export class UnreadableCell extends Error {
  constructor(readonly code: 'sex-unreadable' | 'date-unreadable' | 'document-type-unreadable' | 'yes-or-no') {
    super(code);
  }
}

/** GB/T 2261.1 codes, HL7 letters, words. */
const SEX_WORDS: Record<Sex, string[]> = {
  male: ['male', '男', '男性', 'm', '1'],
  female: ['female', '女', '女性', 'f', '2'],
  other: ['other', '其他', 'o', '9', '未说明', '未说明的性别'],
  unknown: ['unknown', '未知', '不详', 'u', '0', '未知的性别'],
};

const DOCUMENT_WORDS: Record<DocumentType, string[]> = {
  'old-national-id': ['15位身份证', '一代身份证', '旧身份证'],
  passport: ['护照'],
  'hk-macau-permit': ['港澳居民来往内地通行证', '港澳通行证', '回乡证'],
  'taiwan-permit': ['台湾居民来往大陆通行证', '台胞证'],
  'birth-certificate': ['出生医学证明', '出生证明'],
  'household-register': ['户口簿', '户口本'],
  'military-id': ['军官证', '士兵证', '军人证'],
  unverified: ['未核实', '其他证件', '其他'],
};

/** The word that `sexIn` reads as this. */
export function sexWord(sex: Sex, language: 'zh-CN' | 'en'): string {
  return language === 'en' ? sex : (SEX_WORDS[sex][1] ?? sex);
}

/** The words that `documentTypeIn` reads as this. */
export function documentWord(type: DocumentType, language: 'zh-CN' | 'en'): string {
  return language === 'en' ? type : (DOCUMENT_WORDS[type][0] ?? type);
}

const YES = ['是', 'y', 'yes', 'true', '1', '已故', '死亡'];
const NO = ['否', 'n', 'no', 'false', '0', '健在'];

/** @throws UnreadableCell */
export function sexIn(cell: string): Sex {
  return wordIn(SEX_WORDS, cell) ?? refuse('sex-unreadable');
}

/** @throws UnreadableCell */
export function documentTypeIn(cell: string): DocumentType {
  return wordIn(DOCUMENT_WORDS, cell) ?? refuse('document-type-unreadable');
}

/** @throws UnreadableCell */
export function yesOrNoIn(cell: string): boolean {
  const word = plain(cell);
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : refuse('yes-or-no');
}

const DATE = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/u;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * `1949-12-31`, `1949/12/31`, `1949.12.31`, `1949年12月31日`, `19491231`, or as much of it as is known; whether the
 * calendar has the day is judged elsewhere.
 * @throws UnreadableCell
 */
export function dateIn(cell: string): string {
  const text = plain(cell).replace(/[ t]0{1,2}:00(:00)?(\.0+)?$/, '');
  const [, year, month, day] = COMPACT.exec(text) ?? DATE.exec(text) ?? refuse('date-unreadable');
  return [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}

const MOMENT = /^(\S+?)[ t](\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(z|[+-]\d{2}:?\d{2})?$/;

/** A date with or without a time and offset, as ISO 8601. @throws UnreadableCell */
export function momentIn(cell: string): string {
  const moment = MOMENT.exec(plain(cell));
  if (!moment) return dateIn(cell);
  const [, date = '', hour = '', minute, second = '00', offset = ''] = moment;
  return `${dateIn(date)}T${hour.padStart(2, '0')}:${minute}:${second}${offset.toUpperCase()}`;
}

/** Several values in one cell, with `;`, `；`, `、` or a line end between; a backslash before one makes it part of a value. */
export function listIn(cell: string): string[] {
  if (!/[;；、\n\\]/u.test(cell)) return [cell.trim()];
  const values = [''];
  for (const [piece] of cell.matchAll(/\\[;；、\n\\]|[^]/gu)) {
    if (/^[;；、\n]$/u.test(piece)) values.push('');
    else values[values.length - 1] += piece.length > 1 && piece.startsWith('\\') ? piece.slice(1) : piece;
  }
  return values.map((value) => value.trim());
}

/** The cell that `listIn` reads as these values. */
export function listCell(values: string[]): string {
  return values.map((value) => value.replaceAll(/[;；、\n\\]/gu, (mark) => `\\${mark}`)).join(';');
}

function wordIn<T extends string>(words: Record<T, string[]>, cell: string): T | undefined {
  const word = plain(cell);
  return (Object.keys(words) as T[]).find((meaning) => meaning === word || words[meaning].includes(word));
}

function plain(cell: string): string {
  return cell.normalize('NFKC').trim().toLowerCase();
}

function refuse(code: UnreadableCell['code']): never {
  throw new UnreadableCell(code);
}
