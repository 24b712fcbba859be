import { describe, expect, it } from '@jest/globals';
import { faultOfAmount, mayBeDecided, PRAISE_STATES } from './praise.rules.js';

describe('praise', () => {
  it('CP-7 is decided once', () => {
    expect(PRAISE_STATES.filter(mayBeDecided)).toEqual(['recorded']);
  });

  it('CP-7 that is approved has an amount, which may be nothing; that is declined has none', () => {
    expect(faultOfAmount('approved', 0)).toBeUndefined();
    expect(faultOfAmount('approved', undefined)).toBe('required');
    expect(faultOfAmount('declined', undefined)).toBeUndefined();
    expect(faultOfAmount('declined', 0)).toBe('only-approved');
  });
});
