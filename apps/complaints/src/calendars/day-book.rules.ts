/** A calendar day of the hospital, `YYYY-MM-DD`. */
export type Day = string;

/** A rest day is a Saturday or Sunday on which nobody has to make up for a holiday. */
export type DayKind = 'working' | 'rest' | 'holiday';

/** Says what kind of day it is. @throws UnknownYearError for a year that nobody has said anything of yet */
export type DayBook = (day: Day) => DayKind;

/** Nobody knows yet which days of this year are holidays: to guess would make a statutory term wrong in silence. */
export class UnknownYearError extends Error {
  constructor(readonly year: number) {
    super(`The holidays of ${year} are not known; PUT /complaints/calendar/${year} notes them`);
  }
}
