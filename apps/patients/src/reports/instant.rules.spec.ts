import { describe, expect, it } from '@jest/globals';
import { instantOf, notAfter } from './instant.rules.js';

const ZONE = 'Asia/Shanghai';

describe('a time a hospital system states', () => {
  it.each([
    ['2026-03-02T10:15:00+08:00', '2026-03-02T02:15:00.000Z'],
    ['2026-03-02T10:15:00Z', '2026-03-02T10:15:00.000Z'],
    ['2026-03-02T10:15:00', '2026-03-02T02:15:00.000Z'],
    ['2026-03-02T10:15', '2026-03-02T02:15:00.000Z'],
    ['2026-03-02', '2026-03-01T16:00:00.000Z'],
    ['2026-03', '2026-02-28T16:00:00.000Z'],
    ['2026', '2025-12-31T16:00:00.000Z'],
  ])('IN-1 %s is one moment, in the hospital’s zone unless it says otherwise', (text, instant) => {
    expect(instantOf(text, ZONE).toISOString()).toBe(instant);
  });

  it('PT-3 counts as now when the sender’s clock is ahead, so that later reports are not shut out', () => {
    const now = new Date('2026-03-02T00:00:00Z');
    expect(notAfter(new Date('2099-01-01T00:00:00Z'), now)).toBe(now);
    expect(notAfter(new Date('2026-03-01T00:00:00Z'), now).toISOString()).toBe('2026-03-01T00:00:00.000Z');
  });
});
