import { describe, expect, it } from '@jest/globals';
import { linesOf, piecesOf } from './pieces.js';

async function* given<T>(...values: T[]): AsyncGenerator<T> {
  for (const value of values) yield await Promise.resolve(value);
}

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const taken: T[] = [];
  for await (const value of values) taken.push(value);
  return taken;
}

describe('the lines of an answer', () => {
  it.each([1, 2, 3, 7, 16, 1_000])('decision 3: come back from pieces of at most %i bytes', async (most) => {
    const lines = ['短', '', 'a long line of 葉东珅 that no piece holds', 'x'.repeat(40), 'last'];
    const pieces = await all(piecesOf(given(...lines), most));
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(most);
    expect(await all(linesOf(given(...pieces)))).toEqual(lines);
  });

  it('are not taken for whole when the last one is cut off', async () => {
    await expect(all(linesOf(given(Buffer.from('one\ntw'))))).rejects.toThrow('cut off');
  });

  it('of nothing are no piece', async () => {
    expect(await all(piecesOf(given<string>(), 10))).toEqual([]);
  });
});
