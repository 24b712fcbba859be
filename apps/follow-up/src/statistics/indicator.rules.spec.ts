import { describe, expect, it } from '@jest/globals';
import { share } from './indicator.rules.js';

describe('an indicator', () => {
  it('FU-12 has its numerator and denominator beside it', () => {
    expect(share(2, 3)).toEqual({ numerator: 2, denominator: 3, value: 0.6667 });
    expect(share(0, 3).value).toBe(0);
    expect(share(3, 3).value).toBe(1);
  });

  it('FU-12 is null, not zero, where there is nothing to divide by', () => {
    expect(share(0, 0)).toEqual({ numerator: 0, denominator: 0, value: null });
  });
});
