import { describe, expect, it } from '@jest/globals';
import { allowedFrom, deadlineOf, mayBecome, standingOn, TASK_STATUSES, escalationOf } from './task.rules.js';

const SHANGHAI = 'Asia/Shanghai';
const days = { opensOn: '2026-12-31', opensAt: null, lapsesOn: '2027-01-14' };
const noon = (day: string) => ({ now: new Date(`${day}T12:00:00+08:00`), today: day });

describe('a follow-up task', () => {
  it.each([
    ['2026-12-30', 'planned'],
    ['2026-12-31', 'open'],
    ['2027-01-14', 'open'],
    ['2027-01-15', 'lapsed'],
  ])('FU-2 on %s is %s', (today, status) => {
    expect(standingOn(days, noon(today))).toBe(status);
  });

  it('FU-2 opens at midnight of its first day and lapses at the end of its last', () => {
    expect(deadlineOf('planned', days, SHANGHAI)?.toISOString()).toBe('2026-12-30T16:00:00.000Z');
    expect(deadlineOf('open', days, SHANGHAI)?.toISOString()).toBe('2027-01-14T16:00:00.000Z');
  });

  it('FU-2 opens at the first moment of a day whose midnight the clocks skip', () => {
    const skipped = { opensOn: '2018-11-04', opensAt: null, lapsesOn: '2018-11-11' };
    expect(deadlineOf('planned', skipped, 'America/Sao_Paulo')?.toISOString()).toBe('2018-11-04T03:00:00.000Z');
  });

  it.each([
    ['2026-12-31T16:59:59+08:00', 'planned'],
    ['2026-12-31T17:00:00+08:00', 'open'],
  ])('FU-3 with an hour opens then and not at midnight: at %s it is %s', (now, status) => {
    const atFive = { ...days, opensAt: new Date('2026-12-31T17:00:00+08:00') };
    expect(standingOn(atFive, { now: new Date(now), today: '2026-12-31' })).toBe(status);
    expect(deadlineOf('planned', atFive, SHANGHAI)).toEqual(atFive.opensAt);
  });

  it('FU-7 without a last day waits for ever', () => {
    expect(standingOn({ ...days, lapsesOn: null }, noon('2050-01-01'))).toBe('open');
    expect(deadlineOf('open', { ...days, lapsesOn: null }, SHANGHAI)).toBeNull();
  });

  it('FU-7 is done from open only', () => {
    expect(TASK_STATUSES.filter((status) => mayBecome(status, 'done'))).toEqual(['open']);
  });

  it.each([
    ['done', []],
    ['lapsed', ['planned']],
  ] as const)('FU-7 once %s may become %j, by no deadline', (status, next) => {
    expect(allowedFrom(status)).toEqual(next);
    expect(deadlineOf(status, days, SHANGHAI)).toBeNull();
  });
});

describe('the moment at which a contact is overdue', () => {
  const dueOn = '2026-03-04';
  it.each([
    ['hours after the end of its day', { dueOn, dueAt: null, escalatesAfterHours: 24 }, '2026-03-05T16:00:00.000Z'],
    ['the end of its day', { dueOn, dueAt: null, escalatesAfterHours: 0 }, '2026-03-04T16:00:00.000Z'],
    [
      'hours after its own hour',
      { dueOn, dueAt: new Date('2026-03-04T09:00:00Z'), escalatesAfterHours: 2 },
      '2026-03-04T11:00:00.000Z',
    ],
    ['never, when nobody is to be told', { dueOn, dueAt: null, escalatesAfterHours: null }, undefined],
  ])('FU-5 is %s', (_what, contact, at) => {
    expect(escalationOf(contact, 'Asia/Shanghai')?.toISOString()).toBe(at);
  });
});
