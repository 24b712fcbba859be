import { describe, expect, it } from '@jest/globals';
import { withTightHeap } from './tight-heap.js';

const MB = 2 ** 20;
const OBJECTS = 1_500_000;

/** Garbage of some 150 MB, alive at once and gone when this returns. */
function peak(): number {
  return Array.from({ length: OBJECTS }, (_, nth) => ({ nth, text: `${nth}` })).length;
}

describe('an import', () => {
  it('PT-8 begins without the memory that earlier work of the process once needed', async () => {
    expect(peak()).toBe(OBJECTS);
    const before = process.memoryUsage.rss();
    const within = await withTightHeap(() => Promise.resolve(process.memoryUsage.rss()));
    expect(before - within).toBeGreaterThan(50 * MB);
  });
});
