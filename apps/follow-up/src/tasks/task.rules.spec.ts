import { describe, expect, it } from '@jest/globals';
import { allowedFrom, deadlineOf, mayBecome, standingOn, TASK_STATUSES } from './task.rules.js';

const SHANGHAI = 'Asia/Shanghai';
const days = { opensOn: '2026-12-31', lapsesOn: '2027-01-14' };

describe('a follow-up task', () => {
  it.each([
    ['2026-12-30', 'planned'],
    ['2026-12-31', 'open'],
    ['2027-01-14', 'open'],
    ['2027-01-15', 'lapsed'],
  ])('FU-2 on %s is %s', (today, status) => {
    expect(standingOn(days, today)).toBe(status);
  });

  it('FU-2 opens at midnight of its first day and lapses at the end of its last', () => {
    expect(deadlineOf('planned', days, SHANGHAI)?.toISOString()).toBe('2026-12-30T16:00:00.000Z');
    expect(deadlineOf('open', days, SHANGHAI)?.toISOString()).toBe('2027-01-14T16:00:00.000Z');
  });

  it('FU-2 opens at the first moment of a day whose midnight the clocks skip', () => {
    const skipped = { opensOn: '2018-11-04', lapsesOn: '2018-11-11' };
    expect(deadlineOf('planned', skipped, 'America/Sao_Paulo')?.toISOString()).toBe('2018-11-04T03:00:00.000Z');
  });

  it('FU-7 is done from open only', () => {
    expect(TASK_STATUSES.filter((status) => mayBecome(status, 'done'))).toEqual(['open']);
  });

  it.each(['done', 'lapsed'] as const)('FU-7 never changes again once %s', (status) => {
    expect(allowedFrom(status)).toEqual([]);
    expect(deadlineOf(status, days, SHANGHAI)).toBeNull();
  });
});
