import chineseDays from 'chinese-days';
import type { Day } from '../calendar/hospital-day.rules.js';

/** Public holidays of a year as the hospital noted them; they replace what the published calendar says. */
export interface NotedYear {
  year: number;
  holidays: Day[];
}

/** Nobody knows yet which days of this year are holidays: taking all for working days would be wrong in silence. */
export class UnknownYearError extends Error {
  constructor(readonly year: number) {
    super(`The public holidays of ${year} are not known; PUT /complaints/calendar/${year} notes them`);
  }
}

/** Whether a day is a public holiday. */
export class HolidayBook {
  private readonly noted: ReadonlyMap<number, ReadonlySet<Day>>;

  constructor(noted: readonly NotedYear[]) {
    this.noted = new Map(noted.map(({ year, holidays }) => [year, new Set(holidays)]));
  }

  knows(year: number): boolean {
    return this.noted.has(year) || isPublished(year);
  }

  /** @throws UnknownYearError */
  isHoliday(day: Day): boolean {
    const year = Number(day.slice(0, 4));
    const noted = this.noted.get(year);
    if (noted) return noted.has(day);
    if (!isPublished(year)) throw new UnknownYearError(year);
    return isNamedDayOff(day);
  }
}

/** National Day is a holiday in each year that the calendar knows. */
function isPublished(year: number): boolean {
  return isNamedDayOff(`${year}-10-01`);
}

/** The calendar gives holidays as `National Day,国庆节,3`, and ordinary days by the name of their weekday. */
function isNamedDayOff(day: Day): boolean {
  const { work, name } = chineseDays.getDayDetail(day);
  return !work && name.includes(',');
}
