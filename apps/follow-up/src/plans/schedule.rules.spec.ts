import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addMonths } from '../calendar/hospital-day.rules.js';
import { dischargeDefaultV1 } from '../protocols/discharge-default.v1.js';
import type { ProtocolStep } from '../protocols/protocol.rules.js';
import { carriesSeries, firstVisits, nextRecurring, recurringVisit, type ScheduledVisit } from './schedule.rules.js';

const SHANGHAI = 'Asia/Shanghai';
const dayAnchor = (on: string) => ({ at: new Date(`${on}T10:15:00+08:00`), on, zone: SHANGHAI });
const windowsOf = (dischargedOn: string, today = dischargedOn) =>
  firstVisits(dischargeDefaultV1, dayAnchor(dischargedOn), today).map(({ step, opensOn, dueOn, lapsesOn }) => [
    step,
    opensOn,
    dueOn,
    lapsesOn,
  ]);
const recurrence = dischargeDefaultV1.recurrence!;
const recurringDueDates = (dischargedOn: string, count: number) =>
  Array.from({ length: count }, (_, index) => recurringVisit(recurrence, dischargedOn, index + 1).dueOn);

describe('the visits of a discharge', () => {
  it('FU-2 lie in weeks 1, 3, 6 and 10 and are due on the last day of each', () => {
    expect(windowsOf('2026-03-02')).toEqual([
      ['visit-1', '2026-03-02', '2026-03-09', '2026-03-16'],
      ['visit-2', '2026-03-17', '2026-03-23', '2026-03-30'],
      ['visit-3', '2026-04-07', '2026-04-13', '2026-04-20'],
      ['visit-4', '2026-05-05', '2026-05-11', '2026-05-18'],
    ]);
  });

  it('FU-2 cross the end of January, the leap day and the end of the year by days', () => {
    expect(windowsOf('2026-01-31').map(([, , due]) => due)).toEqual([
      '2026-02-07',
      '2026-02-21',
      '2026-03-14',
      '2026-04-11',
    ]);
    expect(windowsOf('2028-02-29').map(([, , due]) => due)).toEqual([
      '2028-03-07',
      '2028-03-21',
      '2028-04-11',
      '2028-05-09',
    ]);
    expect(windowsOf('2026-12-31').map(([, , due]) => due)).toEqual([
      '2027-01-07',
      '2027-01-21',
      '2027-02-11',
      '2027-03-11',
    ]);
  });
});

const aStep = (over: Partial<ProtocolStep>): ProtocolStep => ({
  key: 'step',
  nameZh: '随访',
  nameEn: 'Contact',
  lapseAfterDays: 3,
  ...over,
});
const timesOf = (step: ProtocolStep, at: string) => {
  const anchor = { at: new Date(at), on: at.slice(0, 10), zone: SHANGHAI };
  const definition = { ...dischargeDefaultV1, steps: [step] };
  const [{ opensOn, opensAt, dueOn, dueAt, lapsesOn }] = firstVisits(definition, anchor, anchor.on) as [ScheduledVisit];
  return [opensAt?.toISOString() ?? opensOn, dueAt?.toISOString() ?? dueOn, lapsesOn];
};

describe('the contacts of an operation', () => {
  it('FU-3 counted in hours open and are due to the minute, also over midnight and the end of a month', () => {
    const pain = aStep({ offset: { hours: 6 } });
    expect(timesOf(pain, '2026-02-28T21:30:00+08:00')).toEqual([
      '2026-02-28T19:30:00.000Z',
      '2026-02-28T19:30:00.000Z',
      '2026-03-04',
    ]);
  });

  it.each([
    ['before the batch hour', '2026-03-02T16:59:00+08:00', '2026-03-04T09:00:00.000Z'],
    ['at the batch hour', '2026-03-02T17:00:00+08:00', '2026-03-04T09:00:00.000Z'],
    ['after it: the next day’s', '2026-03-02T17:01:00+08:00', '2026-03-05T09:00:00.000Z'],
  ])('FU-3 gathered at 17:00, 48 hours after an operation %s', (_when, at, due) => {
    expect(timesOf(aStep({ offset: { hours: 48 }, batchHour: 17 }), at).slice(0, 2)).toEqual([due, due]);
  });

  it('FU-3 counted in days open at the batch hour of the first day and are due on the last', () => {
    const step = aStep({ window: { fromDay: 6, toDay: 7 }, batchHour: 17 });
    expect(timesOf(step, '2026-03-02T08:00:00+08:00')).toEqual([
      '2026-03-08T09:00:00.000Z',
      '2026-03-09',
      '2026-03-12',
    ]);
  });
});

describe('the recurring visits', () => {
  it('FU-2 are due every 3 months from 70 days after the discharge and open 7 days before', () => {
    expect(recurringVisit(recurrence, '2026-03-02', 1)).toMatchObject({
      step: 'recurring-1',
      recurrence: 1,
      opensOn: '2026-08-04',
      dueOn: '2026-08-11',
      lapsesOn: '2026-09-10',
    });
  });

  it('FU-2 are clamped to the end of a short month without shifting those after it', () => {
    // 2026-09-21 + 70 days = 2026-11-30.
    expect(recurringDueDates('2026-09-21', 6)).toEqual([
      '2027-02-28',
      '2027-05-30',
      '2027-08-30',
      '2027-11-30',
      '2028-02-29',
      '2028-05-30',
    ]);
  });

  it('FU-2 come back to the 31st after a month of 30 days', () => {
    // 2026-10-22 + 70 days = 2026-12-31.
    expect(recurringDueDates('2026-10-22', 4)).toEqual(['2027-03-31', '2027-06-30', '2027-09-30', '2027-12-31']);
  });

  it('FU-2 begin with the plan only when visit 4 has lapsed by then', () => {
    expect(windowsOf('2026-03-02', '2026-05-18').map(([step]) => step)).not.toContain('recurring-1');
    expect(windowsOf('2026-03-02', '2026-05-19').map(([step]) => step)).toContain('recurring-1');
  });

  it('FU-2 skip those a discharge ten years ago has missed', () => {
    expect(windowsOf('2016-03-02', '2026-03-02').at(-1)).toEqual([
      'recurring-39',
      '2026-02-04',
      '2026-02-11',
      '2026-03-13',
    ]);
  });

  it('FU-2 are still to be made on the last day and no more the day after', () => {
    const after = (today: string) => nextRecurring(dischargeDefaultV1, '2026-03-02', 0, today)?.step;
    expect(after('2026-09-10')).toBe('recurring-1');
    expect(after('2026-09-11')).toBe('recurring-2');
  });

  it('FU-2 follow from visit 4 and from each other, not from visits 1 to 3', () => {
    expect(['visit-1', 'visit-3', 'visit-4'].map((step) => carriesSeries(dischargeDefaultV1, step, null))).toEqual([
      false,
      false,
      true,
    ]);
    expect(carriesSeries(dischargeDefaultV1, 'recurring-7', 7)).toBe(true);
  });

  it('FU-2 hold for any discharge: due on the anchor + 3k months, never before the one before has lapsed', () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((offset) => addDays('2000-01-01', offset));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 200 }), (dischargedOn, k) => {
        const visit = recurringVisit(recurrence, dischargedOn, k);
        const next = nextRecurring(dischargeDefaultV1, dischargedOn, k, visit.lapsesOn);
        expect(visit.dueOn).toBe(addMonths(addDays(dischargedOn, 70), 3 * k));
        expect(next?.step).toBe(`recurring-${k + 1}`);
        expect(next!.opensOn > visit.lapsesOn).toBe(true);
      }),
    );
  });
});
