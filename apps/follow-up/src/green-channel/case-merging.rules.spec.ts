import { describe, expect, it } from '@jest/globals';
import { goesOn, takerOf } from './case-merging.rules.js';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 6, minute));
const aCase = (id: string, openedAt: number, dueAt: number | null) => ({
  ...{ id, openedAt: at(openedAt), dueAt: dueAt === null ? null : at(dueAt) },
});
const taken = (by: string | null) => ({
  ...{ acknowledgedBy: by, acknowledgedByName: by, acknowledgedAt: by === null ? null : at(1) },
});

describe('of several open cases of one person', () => {
  it.each([
    ['the one that escalates first', [aCase('a', 3, 8), aCase('b', 1, 6)], 'b'],
    [
      'the one whose minutes still run, not an older one that has escalated',
      [aCase('a', 1, null), aCase('b', 9, 14)],
      'b',
    ],
    ['the oldest when all have escalated', [aCase('a', 5, null), aCase('b', 1, null)], 'b'],
    ['the older of two that escalate at once', [aCase('a', 3, 8), aCase('b', 2, 8)], 'b'],
    ['the same one, in whatever order they come', [aCase('b', 2, 8), aCase('a', 2, 8)], 'a'],
  ])('PT-3 FU-4 %s goes on', (_what, cases, id) => {
    expect(goesOn(cases)?.id).toBe(id);
    expect(goesOn(cases.toReversed())?.id).toBe(id);
  });

  it('PT-3 FU-4 none goes on when there is none', () => {
    expect(goesOn([])).toBeUndefined();
  });

  it.each([
    [null, [null, 'li'], 'li'],
    ['wang', ['li'], 'wang'],
    [null, [null], null],
  ])('PT-3 FU-4 who took it on (%p), or else another one of them (%p), calls: %p', (kept, others, by) => {
    expect(takerOf(taken(kept), others.map(taken))).toEqual(taken(by));
  });
});
