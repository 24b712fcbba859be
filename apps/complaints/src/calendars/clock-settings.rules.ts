import type { OpenHours } from './hours.rules.js';

interface Written {
  week: { intervals: { from: string; until: string }[] }[];
  closedOnHolidays: boolean;
}

/** As people write hours, "08:00" to "24:00", and as clocks count them. */
export function countedHours({ week, closedOnHolidays }: Written): OpenHours {
  const minutes = week.map(({ intervals }) =>
    intervals.map(({ from, until }) => ({ from: minutesOf(from), until: minutesOf(until) })),
  );
  return { week: minutes, closedOnHolidays };
}

export function writtenHours({ week, closedOnHolidays }: OpenHours): Written {
  const days = week.map((intervals) => ({
    intervals: intervals.map(({ from, until }) => ({ from: timeOf(from), until: timeOf(until) })),
  }));
  return { week: days, closedOnHolidays };
}

/** Days of the week, from 0, whose intervals are empty, overlap or stand in a wrong order. */
export function unorderedDays({ week }: OpenHours): number[] {
  return week.flatMap((intervals, day) => {
    const inOrder = intervals.every(
      ({ from, until }, index) => from < until && from >= (intervals[index - 1]?.until ?? 0),
    );
    return inOrder ? [] : [day];
  });
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function timeOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
