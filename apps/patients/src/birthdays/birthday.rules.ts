import { Temporal } from 'temporal-polyfill';

/** A birthday as it is kept in a year. */
export interface Birthday {
  /** Month and day of birth, `MM-DD`. */
  born: string;
  /** The day it is kept, `YYYY-MM-DD`. */
  on: string;
}

/** PT-6: the birthdays kept from a day on for some days; 29 February is kept on the 28th in common years. */
export function birthdaysFrom(today: string, days: number): Birthday[] {
  const first = Temporal.PlainDate.from(today);
  return Array.from({ length: days + 1 }, (_, ahead) => first.add({ days: ahead })).flatMap((day) => {
    const on = day.toString();
    const own = { born: on.slice(5), on };
    return own.born === '02-28' && !day.inLeapYear ? [own, { born: '02-29', on }] : [own];
  });
}

/** Years a person becomes on a birthday. */
export function ageOn(birthDate: string, on: string): number {
  return Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
}
