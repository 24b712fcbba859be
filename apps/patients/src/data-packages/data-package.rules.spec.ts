import { describe, expect, it } from '@jest/globals';
import { dueDay, givesUpAt } from './data-package.rules.js';

describe('PT-9: a package that a person asked for', () => {
  it.each([
    ['2026-03-02', 15, '2026-03-17'],
    ['2026-02-20', 15, '2026-03-07'],
    ['2027-12-31', 1, '2028-01-01'],
  ])('asked for on %s is owed within %i days, on %s', (receivedOn, days, due) => {
    expect(dueDay(receivedOn, days)).toBe(due);
  });

  it('waits for a service that is away, and not until it is owed', () => {
    const at = new Date('2026-03-02T02:00:00Z');
    expect(givesUpAt(at, 72, 15)).toEqual(new Date('2026-03-05T02:00:00Z'));
    expect(givesUpAt(at, 10_000, 15)).toEqual(new Date('2026-03-15T02:00:00Z'));
    expect(givesUpAt(at, 72, 1)).toEqual(at);
  });
});
