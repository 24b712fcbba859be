/**
 * 31 characters that nobody mistakes for another, spoken or written: no 0 and O, no 1, I and L. Their number is prime,
 * so a sum with weights notices every wrong character and every two that changed places, as ISBN-10 does (ADR 74).
 */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const CODE_CHARACTERS = ALPHABET.length;
/** Without the check character: 31¹¹ ≈ 2.5 × 10¹⁶ codes. */
export const CODE_DRAWS = 11;
const GROUP = 4;

/** How a typed code is wrong; only what is no fault may be looked for. */
export type CodeFault = 'voucher-code-length' | 'voucher-code-character' | 'voucher-code-check';

/** @param draws CODE_DRAWS numbers, each evenly drawn from 0 to CODE_CHARACTERS − 1 by a secure source */
export function codeOfDraws(draws: readonly number[]): string {
  if (draws.length !== CODE_DRAWS) throw new Error(`A code takes ${CODE_DRAWS} draws, not ${draws.length}`);
  const [weight, sum] = [CODE_DRAWS + 1, weightedSum(draws)];
  // The one value that makes the whole sum divisible; its own weight has an inverse, for 31 is prime.
  const check = ALPHABET.split('').findIndex((_, value) => (sum + weight * value) % CODE_CHARACTERS === 0);
  return [...draws, check].map((value) => ALPHABET.charAt(value)).join('');
}

/** The code as it is stored, however it was typed: spaces, hyphens, small and full-width letters. */
export function plainCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—]/gu, '');
}

/** @param code plain. @returns null when it could have been given out */
export function faultOfCode(code: string): CodeFault | null {
  if (code.length !== CODE_DRAWS + 1) return 'voucher-code-length';
  const values = [...code].map((character) => ALPHABET.indexOf(character));
  if (values.includes(-1)) return 'voucher-code-character';
  return weightedSum(values) % CODE_CHARACTERS === 0 ? null : 'voucher-code-check';
}

/** For people: groups of four. */
export function printedCode(code: string): string {
  return code.replace(new RegExp(`.{${GROUP}}(?=.)`, 'gu'), '$&-');
}

function weightedSum(values: readonly number[]): number {
  return values.reduce((sum, value, at) => sum + (at + 1) * value, 0);
}
