import { describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { promptly } from './promptly.js';

describe('promptly', () => {
  it('gives what was made and what was seen of it, as soon as three times were in time', async () => {
    let times = 0;
    const { made, seen } = await promptly(
      600,
      () => Promise.resolve((times += 1)),
      (time) => (time % 2 === 0 ? wait(800, 'late') : 'in time'),
    );
    expect([made, seen, times]).toEqual([5, 'in time', 5]);
  });

  it('fails when it is late more often than in time', async () => {
    let times = 0;
    const late = promptly(
      600,
      () => Promise.resolve((times += 1)),
      (time) => (time % 2 === 1 ? wait(800) : undefined),
    );
    await expect(late).rejects.toThrow(/ms and may take 600 ms$/);
  });

  it('fails with what each time took when it is late each time', async () => {
    let times = 0;
    const late = promptly(
      10,
      () => Promise.resolve((times += 1)),
      () => wait(30),
    );
    await expect(late).rejects.toThrow(/^It took \d+, \d+, \d+, \d+, \d+ ms and may take 10 ms$/);
    expect(times).toBe(5);
  });
});
