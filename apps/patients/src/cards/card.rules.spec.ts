import { describe, expect, it } from '@jest/globals';
import { endsBeforeItBegins, isValidOn } from './card.rules.js';

describe('a membership card', () => {
  it('PT-1 is valid from its first to its last day', () => {
    const card = { validFrom: '2026-01-01', validUntil: '2026-12-31' };
    const days = ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'];
    expect(days.map((day) => isValidOn(card, day))).toEqual([false, true, true, false]);
    expect(isValidOn({ ...card, validUntil: null }, '2099-01-01')).toBe(true);
  });

  it('PT-1 may be for one day, not for less', () => {
    expect(endsBeforeItBegins({ validFrom: '2026-01-02', validUntil: '2026-01-02' })).toBe(false);
    expect(endsBeforeItBegins({ validFrom: '2026-01-02', validUntil: '2026-01-01' })).toBe(true);
    expect(endsBeforeItBegins({ validFrom: '2026-01-02', validUntil: null })).toBe(false);
  });
});
