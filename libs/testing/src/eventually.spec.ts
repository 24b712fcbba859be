import { describe, expect, it } from '@jest/globals';
import { eventually } from './eventually.js';

describe('eventually', () => {
  it('gives what the assertion gives, once it passes', async () => {
    let tries = 0;
    const value = await eventually(() => {
      tries += 1;
      if (tries < 4) throw new Error('not yet');
      return tries;
    });
    expect(value).toBe(4);
  });

  it('fails with the last error, in time', async () => {
    let tries = 0;
    const began = performance.now();
    const failing = eventually(() => Promise.reject(new Error(`try ${++tries}`)), { timeout: 1_000 });
    await expect(failing).rejects.toThrow(/^try \d+$/);
    expect(tries).toBeGreaterThan(2);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
