import { describe, expect, it } from '@jest/globals';
import { CODE_CHARACTERS, CODE_DRAWS, codeOfDraws, faultOfCode, plainCode, printedCode } from './voucher-code.rules.js';

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** The same draws in every run. */
const draws = (seed: number) => Array.from({ length: CODE_DRAWS }, (_, at) => (seed * 7 + at * at * 13 + 5) % 31);

describe('the code of a voucher', () => {
  it('CP-5 has twelve characters that nobody mistakes for another', () => {
    const code = codeOfDraws(draws(1));
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{12}$/);
    expect(faultOfCode(code)).toBeNull();
    expect(printedCode(code)).toMatch(/^.{4}-.{4}-.{4}$/);
    expect(CODE_CHARACTERS).toBe(ALPHABET.length);
  });

  it.each([[0], [30]])('CP-5 is checked also at the edges of the alphabet: all draws %i', (value) => {
    expect(faultOfCode(codeOfDraws(Array<number>(CODE_DRAWS).fill(value)))).toBeNull();
  });

  it('CP-5 takes as many draws as it has characters, and no others', () => {
    expect(() => codeOfDraws([1, 2, 3])).toThrow('takes 11 draws, not 3');
  });

  it('CP-5 notices every single wrong character at every place', () => {
    const code = codeOfDraws(draws(3));
    const wrong = [...code].flatMap((right, at) =>
      [...ALPHABET].filter((other) => other !== right).map((other) => code.slice(0, at) + other + code.slice(at + 1)),
    );
    expect(wrong).toHaveLength(12 * 30);
    expect(wrong.filter((each) => faultOfCode(each) !== 'voucher-code-check')).toEqual([]);
  });

  it('CP-5 notices any two characters that changed places', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const code = codeOfDraws(draws(seed));
      for (let a = 0; a < 12; a += 1)
        for (let b = a + 1; b < 12; b += 1) {
          if (code[a] === code[b]) continue;
          const swapped = [...code];
          [swapped[a], swapped[b]] = [code.charAt(b), code.charAt(a)];
          expect(faultOfCode(swapped.join(''))).toBe('voucher-code-check');
        }
    }
  });

  it('CP-5 is understood as people type it: spaces, hyphens, small and full-width letters', () => {
    const code = codeOfDraws(draws(9));
    const fullWidth = [...code].map((each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)).join('');
    for (const typed of [
      printedCode(code),
      code.toLowerCase(),
      ` ${printedCode(code).replaceAll('-', ' ')} `,
      fullWidth,
    ])
      expect(plainCode(typed)).toBe(code);
  });

  it.each([
    ['', 'voucher-code-length'],
    ['ABCDEFGHJKM', 'voucher-code-length'],
    ['ABCDEFGHJKMNP', 'voucher-code-length'],
    ['0BCDEFGHJKMN', 'voucher-code-character'],
    ['ABCDEFGHJKMI', 'voucher-code-character'],
    ['张BCDEFGHJKMN', 'voucher-code-character'],
  ])('CP-5 %s is refused as %s', (typed, fault) => {
    expect(faultOfCode(plainCode(typed))).toBe(fault);
  });
});
