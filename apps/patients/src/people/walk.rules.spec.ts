import { describe, expect, it } from '@jest/globals';
import { isWorthWalking } from './walk.rules.js';

describe('a search among a million people', () => {
  const records = 1_000_000;

  it('reads on in order for a surname that one in fourteen has', () => {
    expect(isWorthWalking({ share: 0.07, records, wanted: 21 })).toBe(true);
  });

  it('uses the index for a name that one in a thousand has, and for one that nobody is known to have', () => {
    expect(isWorthWalking({ share: 0.001, records, wanted: 21 })).toBe(false);
    expect(isWorthWalking({ share: 0, records, wanted: 1 })).toBe(false);
  });

  it('changes its mind where both cost the same', () => {
    expect(isWorthWalking({ share: 0.01, records, wanted: 300 })).toBe(true);
    expect(isWorthWalking({ share: 0.01, records, wanted: 301 })).toBe(false);
  });
});
