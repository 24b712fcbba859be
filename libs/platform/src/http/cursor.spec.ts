import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Problem } from '../problems/problem.js';
import { decodeCursor, encodeCursor, pageOf } from './cursor.js';

const position = fc.array(fc.oneof(fc.string(), fc.integer()), { minLength: 1, maxLength: 4 });

const refusal = (cursor: string, length: number): unknown => {
  try {
    return decodeCursor(cursor, length);
  } catch (error) {
    return error;
  }
};

describe('a cursor', () => {
  it('comes back as it went out, whatever the position holds', () => {
    fc.assert(
      fc.property(position, (given) => {
        expect(encodeCursor(given)).toMatch(/^[\w-]+$/);
        expect(decodeCursor(encodeCursor(given), given.length)).toEqual(given);
      }),
    );
  });

  it.each([
    '',
    '!!',
    'null',
    'eyJhIjoxfQ',
    encodeCursor(['a']),
    encodeCursor(['a', 'b', 'c']),
    Buffer.from('[1, {"$ne": null}]').toString('base64url'),
    Buffer.from('["a", [null]]').toString('base64url'),
    Buffer.from('[1, 1e999]').toString('base64url'),
    encodeCursor(['a', 'b']).slice(0, -2),
  ])('of another list, or made up, is refused by name: %j', (cursor) => {
    const error = refusal(cursor, 2);
    expect(error).toBeInstanceOf(Problem);
    expect(error).toMatchObject({ status: 400, extras: { errors: [{ field: 'cursor' }] } });
  });

  it('never makes anything but a position or a refusal of foreign text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const outcome = refusal(text, 2);
        expect(outcome instanceof Problem || Array.isArray(outcome)).toBe(true);
      }),
    );
  });
});

describe('a page', () => {
  it('tells where to go on, unless it is the last', () => {
    const page = pageOf([1, 2, 3], 2, (row) => [row]);
    expect(page.items).toEqual([1, 2]);
    expect(decodeCursor(page.nextCursor as string, 1)).toEqual([2]);
    expect(pageOf([1, 2], 2, (row) => [row])).toEqual({ items: [1, 2], nextCursor: null });
    expect(pageOf([], 2, () => [])).toEqual({ items: [], nextCursor: null });
  });
});
