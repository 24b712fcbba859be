import { describe, expect, it } from '@jest/globals';
import { exchangeOf, type RefreshTokenState } from './refresh.rules.js';

const at = (time: string) => new Date(`2026-03-02T${time}Z`);
const token = (change: Partial<RefreshTokenState> = {}): RefreshTokenState => ({
  ...{ usedAt: null, successorUsed: false, siblingUsed: false },
  ...change,
});

describe('decision 10: a refresh token', () => {
  it('is good once', () => {
    expect(exchangeOf(token(), 30, at('08:00:00'))).toBe('first');
  });

  it('is good again for thirty seconds after its first use, to the millisecond', () => {
    const used = token({ usedAt: at('08:00:00') });
    expect(exchangeOf(used, 30, at('08:00:29.999'))).toBe('again');
    expect(exchangeOf(used, 30, at('08:00:30'))).toBe('stolen');
  });

  it('is good again when another replica’s clock is a little ahead', () => {
    expect(exchangeOf(token({ usedAt: at('08:00:00') }), 30, at('07:59:59.900'))).toBe('again');
  });

  it('is stolen once its successor has been used, also within the grace', () => {
    const answered = token({ usedAt: at('08:00:00'), successorUsed: true });
    expect(exchangeOf(answered, 30, at('08:00:01'))).toBe('stolen');
  });

  it('is stolen when another one given for the same token has been used', () => {
    expect(exchangeOf(token({ siblingUsed: true }), 30, at('08:00:01'))).toBe('stolen');
  });

  it('has no grace where the hospital gives none', () => {
    expect(exchangeOf(token({ usedAt: at('08:00:00') }), 0, at('08:00:00'))).toBe('stolen');
  });
});
