import { describe, expect, it } from '@jest/globals';
import { piecesOf } from './report-text.rules.js';

describe('a text in pieces', () => {
  it.each([
    ['', []],
    ['abc', ['abc']],
    ['abcd', ['abcd']],
    ['abcde', ['abcd', 'e']],
    ['abcdefgh', ['abcd', 'efgh']],
    ['abc𠮷def', ['abc', '𠮷de', 'f']],
    ['𠮷𠮷𠮷', ['𠮷𠮷', '𠮷']],
  ])('decision 8: "%s" is %j, whole characters, put together again the text', (text, pieces) => {
    expect(piecesOf(text, 4)).toEqual(pieces);
    expect(piecesOf(text, 4).join('')).toBe(text);
  });
});
