import chineseDays from 'chinese-days';
import { Temporal } from 'temporal-polyfill';
import { UnknownYearError, type Day, type DayBook, type DayKind } from './day-book.rules.js';

/** A year as the hospital noted it; it replaces what the published calendar says of that year. */
export interface NotedYear {
  year: number;
  /** Public holidays. */
  holidays: readonly Day[];
  /** Saturdays and Sundays on which people work to make up for them. */
  workdays: readonly Day[];
}

/** Statutory working days: as the state publishes them, or as the hospital noted them (CP-9). */
export function workingDayBook(noted: readonly NotedYear[]): DayBook {
  const years = new Map(
    noted.map(({ year, holidays, workdays }) => [year, { holidays: new Set(holidays), workdays: new Set(workdays) }]),
  );
  return (day) => {
    const year = Number(day.slice(0, 4));
    const own = years.get(year);
    if (own?.holidays.has(day)) return 'holiday';
    if (own) return own.workdays.has(day) || !isWeekend(day) ? 'working' : 'rest';
    if (!isPublished(year)) throw new UnknownYearError(year);
    return publishedKind(day);
  };
}

/** National Day is a holiday in each year that the calendar knows. */
export function isPublished(year: number): boolean {
  return publishedKind(`${year}-10-01`) === 'holiday';
}

/** The calendar gives holidays as `National Day,国庆节,3`, and ordinary days by the name of their weekday. */
function publishedKind(day: Day): DayKind {
  const { work, name } = chineseDays.getDayDetail(day);
  if (work) return 'working';
  return name.includes(',') ? 'holiday' : 'rest';
}

function isWeekend(day: Day): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek > 5;
}
