import type { Sex } from '#contracts';
import { Temporal } from 'temporal-polyfill';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
const SHAPE = /^[1-9]\d{16}[\dX]$/;
const OLD_SHAPE = /^[1-9]\d{14}$/;
const ALL_SAME = /^(.)\1*$/;

/** What a valid 居民身份证 number says of its holder. */
export interface NationalId {
  number: string;
  sex: Sex;
  /** `YYYY-MM-DD` */
  birthDate: string;
}

/** Kinds of identity document besides the national ID: none of them is an error (rules.md). */
export const DOCUMENT_TYPES = [
  'old-national-id',
  'passport',
  'hk-macau-permit',
  'taiwan-permit',
  'birth-certificate',
  'household-register',
  'military-id',
  'unverified',
] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export interface IdentityDocument {
  type: DocumentType;
  number: string;
}

/** Full-width digits, spaces and a small x are habits of typing, not another number. */
export function writtenPlainly(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
}

/** Reads a national ID by GB 11643-1999; undefined when the shape, the birth date or the check character is wrong. */
export function readNationalId(text: string): NationalId | undefined {
  const number = writtenPlainly(text);
  if (!SHAPE.test(number) || checkCharacter(number) !== number[17]) return undefined;
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isCalendarDate(birthDate)) return undefined;
  return { number, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female', birthDate };
}

function checkCharacter(number: string): string | undefined {
  const sum = WEIGHTS.reduce((total, weight, position) => total + weight * Number(number[position]), 0);
  return CHECK_CHARACTERS[sum % 11];
}

export function isCalendarDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

/**
 * Sorts what a hospital system sent in the field for the national ID: the number itself, another document, or nothing
 * (fillers such as 0 or 无). A number that fails its check is kept as unverified and identifies nobody.
 */
export function sortIdentity(text: string): NationalId | IdentityDocument | undefined {
  const number = writtenPlainly(text);
  if (number === '' || /^[^\p{L}\p{N}]*$/u.test(number) || ALL_SAME.test(number) || number === '不详') return undefined;
  const nationalId = readNationalId(number);
  if (nationalId) return nationalId;
  if (OLD_SHAPE.test(number)) return { type: 'old-national-id', number };
  if (/^[HM]\d{8,10}$/.test(number)) return { type: 'hk-macau-permit', number };
  if (/^[EGDPSK][A-Z]?\d{7,8}$/.test(number)) return { type: 'passport', number };
  return { type: 'unverified', number: number.slice(0, 60) };
}
