import { describe, expect, it } from '@jest/globals';
import { backoffMs, describeError } from './event-handling.js';

describe('an event that fails', () => {
  it('rests longer each time, at most fifteen seconds', () => {
    expect([1, 2, 3, 4, 5, 6, 100].map(backoffMs)).toEqual([100, 500, 2_500, 12_500, 15_000, 15_000, 15_000]);
  });

  it('keeps the error as it was thrown, with its causes', () => {
    const error = new Error('no plan made', { cause: new TypeError('no such ward') });
    expect(describeError(error)).toMatch(/^Error: no plan made\n {4}at [^]*\ncaused by TypeError: no such ward\n/);
    expect(describeError('text')).toBe('text');
    expect(describeError(undefined)).toBe('undefined');
  });
});
