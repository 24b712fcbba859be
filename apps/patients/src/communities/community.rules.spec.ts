import { describe, expect, it } from '@jest/globals';
import { arrivalRate, endedBy, hasPlace, isSilent, mayBeTold, silentFrom } from './community.rules.js';

const well = { deceased: false, states: [], allowedPurposes: ['care' as const, 'follow-up' as const] };

describe('a community of patients', () => {
  it('PT-10 has a place for the 200th member and none for the 201st', () => {
    expect(hasPlace(199, 200)).toBe(true);
    expect(hasPlace(200, 200)).toBe(false);
  });

  it('PT-10 PT-9 needs consent to care and follow-up, and none to marketing', () => {
    expect(endedBy(well)).toBeNull();
    expect(endedBy({ ...well, allowedPurposes: ['care'] })).toBe('consent-withdrawn');
    expect(endedBy({ ...well, allowedPurposes: ['follow-up', 'marketing'] })).toBe('consent-withdrawn');
  });

  it('PT-10 PT-11 loses the dead, and keeps the cured and those who want no contact, whom nobody writes to', () => {
    expect(endedBy({ ...well, deceased: true, allowedPurposes: [] })).toBe('deceased');
    expect(endedBy({ ...well, states: ['cured', 'do-not-contact'] })).toBeNull();
    expect(mayBeTold({ ...well, states: ['do-not-contact'] })).toBe(false);
    expect(mayBeTold({ ...well, deceased: true })).toBe(false);
    expect(mayBeTold({ ...well, states: ['cured'] })).toBe(true);
  });

  it('PT-10 counts a member as silent after 7 × 24 hours, not a second before', () => {
    const heard = new Date('2026-12-28T12:00:00+08:00');
    expect(isSilent(heard, 168, new Date('2027-01-04T11:59:59+08:00'))).toBe(false);
    expect(isSilent(heard, 168, new Date('2027-01-04T12:00:00+08:00'))).toBe(true);
    expect(silentFrom(heard, 168)).toEqual(new Date('2027-01-04T12:00:00+08:00'));
  });

  it('PT-10 meets the goal of 18 % with 36 arrivals of 200, not with 35, and not with 17.999 %', () => {
    expect(arrivalRate(36, 200, 18)).toEqual({ ratePercent: 18, isMet: true });
    expect(arrivalRate(35, 200, 18)).toEqual({ ratePercent: 17.5, isMet: false });
    expect(arrivalRate(17_999, 100_000, 18)).toEqual({ ratePercent: 18, isMet: false });
    expect(arrivalRate(0, 0, 18)).toEqual({ ratePercent: null, isMet: null });
  });
});
