import { describe, expect, it } from '@jest/globals';
import { countedHours, unorderedDays, writtenHours } from './clock-settings.rules.js';

const WEEK = [['08:00', '12:00', '14:00', '17:30'], [], [], [], [], ['00:00', '24:00'], []];
const written = (week: string[][]) => ({
  closedOnHolidays: true,
  week: week.map((times) => ({
    intervals: times.flatMap((from, index) => (index % 2 ? [] : [{ from, until: String(times[index + 1]) }])),
  })),
});
const faultsOf = (...times: string[]) => unorderedDays(countedHours(written([times, [], [], [], [], [], []])));

describe('hours as they are written', () => {
  it('are counted in minutes of the day, and read back as they were', () => {
    const hours = countedHours(written(WEEK));
    expect(hours.week[0]).toEqual([
      { from: 480, until: 720 },
      { from: 840, until: 1050 },
    ]);
    expect(hours.week[5]).toEqual([{ from: 0, until: 1440 }]);
    expect(writtenHours(hours)).toEqual(written(WEEK));
  });

  it.each([
    [['08:00', '12:00', '12:00', '13:00'], 0],
    [['08:00', '12:00', '11:59', '13:00'], 1],
    [['14:00', '15:00', '08:00', '12:00'], 1],
    [['08:00', '08:00'], 1],
    [['12:00', '08:00'], 1],
  ])('%j has %i days out of order', (times, count) => expect(faultsOf(...times)).toHaveLength(count));
});
