import { COMMON_PASSWORDS } from './common-passwords.vocabulary.js';

const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** A reason of the catalogue. */
export interface PasswordFault {
  code: string;
  params?: { length: number };
}

/**
 * Why a password will not do; null when it will. Length, not kinds of characters, makes a password good (NIST SP
 * 800-63B), as long as it is not one that others try first.
 * @param minLength in characters
 */
export function passwordFault(password: string, username: string, minLength: number): PasswordFault | null {
  const plain = password.normalize('NFKC').toLowerCase();
  if ([...plain].length < minLength) return { code: 'password-too-short', params: { length: minLength } };
  if (core(plain) === core(username) || plain.includes(username)) return { code: 'password-holds-name' };
  if (isCommon(plain)) return { code: 'password-common' };
  return null;
}

function isCommon(plain: string): boolean {
  const word = core(plain);
  if (word === '' || COMMON_PASSWORDS.has(word) || COMMON_PASSWORDS.has(plain)) return true;
  // "aaaaaaaaaa", "abcabcabcabc", "1234567890", "qwertyuiopasdf".
  return new Set(word).size <= 3 || runsAlong(plain) || repeats(word);
}

/** Without digits and signs at both ends; a password of digits and signs only has none. */
function core(text: string): string {
  return text.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '');
}

/** Made of stretches of at least four along the alphabet, the digits or the keyboard. */
function runsAlong(plain: string): boolean {
  const rows = ROWS.flatMap((row) => [row, [...row].reverse().join('')]);
  let rest = plain;
  while (rest.length >= 4) {
    const length = longestRun(rest, rows);
    if (length < 4) return false;
    rest = rest.slice(length);
  }
  return rest.length <= 2;
}

function longestRun(text: string, rows: readonly string[]): number {
  for (let length = text.length; length >= 4; length -= 1) {
    if (rows.some((row) => row.includes(text.slice(0, length)))) return length;
  }
  return 0;
}

/** One common word over and over. */
function repeats(word: string): boolean {
  for (let length = 3; length <= word.length / 2; length += 1) {
    const unit = word.slice(0, length);
    if (COMMON_PASSWORDS.has(unit) && unit.repeat(Math.ceil(word.length / length)).startsWith(word)) return true;
  }
  return false;
}
