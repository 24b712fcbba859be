import { describe, expect, it } from '@jest/globals';
import { countAttempt, type AttemptState } from './lockout.rules.js';

const settings = { attempts: 5, lockMinutes: 15 };
const start = new Date('2026-03-02T08:00:00Z');
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

function attempts(times: Date[], from?: AttemptState): (AttemptState | 'refused')[] {
  let state = from;
  return times.map((now) => {
    const counted = countAttempt(state, now, settings);
    if ('lockedUntil' in counted) return 'refused';
    state = counted.state;
    return state;
  });
}

describe('wrong passwords for one user name', () => {
  const five = Array.from({ length: 5 }, () => start);

  it('decision 10: get five tries, then none for fifteen minutes', () => {
    const counted = attempts([...five, start, after(14.99)]);
    expect(counted.slice(5)).toEqual(['refused', 'refused']);
    expect(counted[3]).toMatchObject({ failures: 4, lockedUntil: null });
    expect(counted[4]).toMatchObject({ lockedUntil: after(15) });
    expect(attempts([...five, after(15)])[5]).toMatchObject({ failures: 1, locks: 1 });
  });

  it('decision 10: are locked twice as long each time, a day at most', () => {
    const again = Array.from({ length: 5 }, () => after(15));
    expect(attempts([...five, ...again]).at(-1)).toMatchObject({ lockedUntil: after(45), locks: 2 });
    const many = { failures: 4, locks: 30, lockedUntil: null, lastAt: start };
    expect(attempts([start], many)).toMatchObject([{ lockedUntil: after(24 * 60) }]);
  });

  it('decision 10: are forgotten after a quiet day', () => {
    const state = { failures: 4, locks: 3, lockedUntil: null, lastAt: start };
    expect(attempts([after(24 * 60 - 1)], state)).toMatchObject([{ locks: 4 }]);
    expect(attempts([after(24 * 60)], state)).toMatchObject([{ failures: 1, locks: 0 }]);
  });
});
