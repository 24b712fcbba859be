import { describe, expect, it } from '@jest/globals';
import { backoffMs } from './event-handling.js';

describe('an event that fails', () => {
  it('rests longer each time, at most fifteen seconds', () => {
    expect([1, 2, 3, 4, 5, 6, 100].map(backoffMs)).toEqual([100, 500, 2_500, 12_500, 15_000, 15_000, 15_000]);
  });
});
