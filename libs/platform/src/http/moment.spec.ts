import { describe, expect, it } from '@jest/globals';
import { momentIn } from './moment.js';

describe('a moment in a request', () => {
  it.each([
    ['2026-03-02T10:15:00+08:00', '2026-03-02T02:15:00.000Z'],
    ['2026-03-02T10:15Z', '2026-03-02T10:15:00.000Z'],
    ['2024-02-29T23:59:59.123456-00:30', '2024-03-01T00:29:59.123Z'],
  ])('decision 9: %s is one', (text, instant) => {
    expect(momentIn(text)?.toISOString()).toBe(instant);
  });

  it.each([
    '',
    '2026-03-02',
    '2026-03-02T10:15:00',
    '2026-W10-1T10:15:00Z',
    '2026-061T10:15:00Z',
    '2026-03-02T10Z',
    '2026-02-31T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '2026-03-02T24:00:00Z',
    '2026-03-02T10:15:60Z',
    '2026-03-02T10:15:00+25:00',
    '0000-01-01T00:00:00Z',
    '+012026-03-02T10:15:00Z',
    '2026-03-02T10:15:00Z[UTC]',
  ])('decision 9: %j is none', (text) => {
    expect(momentIn(text)).toBeUndefined();
  });
});
