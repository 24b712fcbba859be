import { ArrayMaxSize, ArrayUnique, IsArray, IsISO8601, Matches } from 'class-validator';
import { EventContract } from '../event-contract.js';

const DAY = /^[1-9]\d{3}-\d{2}-\d{2}$/;

@EventContract<CalendarNotedV1>({
  subject: 'complaints.calendar.noted.v1',
  emittedWhen:
    'The hospital noted which days of a year are public holidays and which weekends are worked (CP-9, FU-7). Told again each day until the year ends, so that whoever begins later knows it too.',
  key: 'year',
  example: {
    year: '2025',
    holidays: ['2025-01-01'],
    workdays: ['2025-01-26'],
    notedAt: '2024-11-12T16:00:00+08:00',
  },
})
export class CalendarNotedV1 {
  /** In four digits: as text, because events are in order by it. */
  @Matches(/^(20\d{2}|2100)$/) year!: string;

  /** All public holidays of the year; they replace what was noted of it before, and what the state published. */
  @IsArray() @ArrayMaxSize(366) @ArrayUnique() @Matches(DAY, { each: true }) holidays!: string[];

  /** Saturdays and Sundays on which people work to make up for holidays. */
  @IsArray() @ArrayMaxSize(104) @ArrayUnique() @Matches(DAY, { each: true }) workdays!: string[];

  /** Never before that of an earlier note of the same year. */
  @IsISO8601() notedAt!: string;
}
