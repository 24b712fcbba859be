import { describe, expect, it } from '@jest/globals';
import { placeOf } from '../calendars/hours.rules.js';
import { workingDayBook } from '../calendars/working-days.js';
import { levelOf, stepAfterChange, stepsNow } from '../escalation/ladder.rules.js';
import { dueOf, isLate, percentOf, type Limit, type Terms } from './clock.rules.js';

const PLACE = placeOf('Asia/Shanghai', workingDayBook([]));
const RECEIVED = new Date('2026-03-02T10:00:00+08:00');
const LADDER = [80, 100, 150];

const minutes = (value: number): Limit => ({ unit: 'minutes', value });
const after = (count: number) => new Date(RECEIVED.getTime() + count * 60_000);
const terms = (limit: Limit, rest: Partial<Terms> = {}): Terms => ({
  ...{ startedAt: RECEIVED, limit, hours: null, pauses: [] },
  ...rest,
});
const momentsOf = (of: Terms) => (percent: number) => percentOf(of, percent, PLACE);

describe('how long a clock may run', () => {
  it.each([
    ['red', 30, '2026-03-02T10:30:00+08:00'],
    ['yellow', 120, '2026-03-02T12:00:00+08:00'],
    ['blue', 1440, '2026-03-03T10:00:00+08:00'],
  ])('CP-1 a %s ticket is due %i minutes after receipt', (_, limit, due) => {
    expect(dueOf(terms(minutes(limit)), PLACE)).toEqual(new Date(due));
  });

  it('CP-9 settled on the spot: the same day, be it a Sunday', () => {
    const sunday = new Date('2026-03-01T23:00:00+08:00');
    const limit: Limit = { unit: 'working-days', value: 0 };
    expect(dueOf(terms(limit, { startedAt: sunday }), PLACE)).toEqual(new Date('2026-03-02T00:00:00+08:00'));
  });

  it('a stated date is due at that date, and warned of in proportion', () => {
    const at = after(100);
    expect(dueOf(terms({ unit: 'until', at }), PLACE)).toEqual(at);
    expect(percentOf(terms({ unit: 'until', at }), 80, PLACE)).toEqual(after(80));
    expect(dueOf(terms({ unit: 'until', at: after(-5) }), PLACE)).toEqual(RECEIVED);
  });

  it('CP-2 a statutory term is warned of after four of its five working days', () => {
    const limit: Limit = { unit: 'working-days', value: 5 };
    expect(percentOf(terms(limit), 80, PLACE)).toEqual(new Date('2026-03-07T00:00:00+08:00'));
    expect(percentOf(terms(limit), 150, PLACE)).toEqual(new Date('2026-03-12T12:00:00+08:00'));
  });

  it.each([
    [0, false],
    [1, true],
    [-1, false],
  ])('%i ms from the due moment is late: %s', (offset, late) => {
    expect(isLate(after(30), new Date(after(30).getTime() + offset))).toBe(late);
  });

  it('while it is paused it cannot be late', () => expect(isLate(null, RECEIVED)).toBe(false));
});

describe('the ladder of escalation', () => {
  const red = momentsOf(terms(minutes(30)));
  const at = (minute: number, next = 0) => {
    const { fire, nextAt } = stepsNow(LADDER, next, after(minute), red);
    return { fire: fire.map(({ percent }) => percent), nextAt };
  };

  it.each([
    [23, 0, [], 24],
    [24, 0, [80], 30],
    [29, 1, [], 30],
    [30, 1, [100], 45],
    [45, 2, [150], null],
  ])('CP-2 at minute %i of a red ticket, %i steps climbed', (minute, climbed, fire, next) => {
    expect(at(minute, climbed)).toEqual({ fire, nextAt: next === null ? null : after(next) });
  });

  it('CP-2 warns before the limit, tells the director at it and the general manager after it', () => {
    expect(LADDER.map((_, index) => levelOf(LADDER, index))).toEqual([0, 1, 2]);
    expect([100, 130].map((_, index) => levelOf([100, 130], index))).toEqual([1, 2]);
  });

  it('CP-2 after a downtime both directors are told, and nobody is warned of what is past', () => {
    expect(at(24 * 60)).toEqual({ fire: [100, 150], nextAt: null });
    expect(at(31)).toEqual({ fire: [100], nextAt: after(45) });
  });

  it('CP-2 stands still while the clock is paused', () => {
    const paused = momentsOf(terms(minutes(30), { pauses: [{ from: after(10).getTime(), until: Infinity }] }));
    expect(stepsNow(LADDER, 0, after(500), paused)).toEqual({ fire: [], next: 0, nextAt: null });
  });
});

describe('a recolour', () => {
  const recoloured = (from: number, to: number, minute: number, climbed: number) => {
    const moments = momentsOf(terms(minutes(to)));
    expect(momentsOf(terms(minutes(from)))(100)).not.toEqual(moments(100));
    const next = stepAfterChange(LADDER, climbed, after(minute), moments);
    const { fire, nextAt } = stepsNow(LADDER, next, after(minute), moments);
    return { due: moments(100), fire: fire.map(({ percent }) => percent), nextAt };
  };

  it('CP-1 a blue ticket recoloured red at minute 29 is due at minute 30 of its receipt, and warned of at once', () => {
    expect(recoloured(1440, 30, 29, 0)).toEqual({ due: after(30), fire: [80], nextAt: after(30) });
  });

  it.each([
    [30, [100], 45],
    [44, [100], 45],
    [45, [100, 150], null],
    [600, [100, 150], null],
  ])('CP-1 at minute %i the breach is there at once', (minute, fire, next) => {
    expect(recoloured(1440, 30, minute, 0)).toEqual({
      due: after(30),
      fire,
      nextAt: next === null ? null : after(next),
    });
  });

  it('CP-1 a longer limit begins the ladder again where its own time stands', () => {
    expect(recoloured(30, 1440, 31, 2)).toEqual({ due: after(1440), fire: [], nextAt: after(1152) });
    expect(recoloured(30, 120, 100, 3)).toEqual({ due: after(120), fire: [], nextAt: after(120) });
  });

  it('CP-1 what was paused before stays paused under the new colour', () => {
    const pauses = [{ from: after(5).getTime(), until: after(25).getTime() }];
    expect(dueOf(terms(minutes(30), { pauses }), PLACE)).toEqual(after(50));
  });
});
