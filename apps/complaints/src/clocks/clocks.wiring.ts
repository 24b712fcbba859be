import { CalendarService } from '../calendars/calendar.service.js';
import { Redating } from '../calendars/redating.js';
import { ToldYears } from '../calendars/told-years.js';
import { Calendars } from '../calendars/calendars.js';
import { ClockSettingsController } from '../calendars/clock-settings.controller.js';
import { ClockSettings } from '../calendars/clock-settings.service.js';
import { WorkingCalendarController } from '../calendars/calendar.controller.js';
import { ClockMerges } from './clock-merges.js';
import { ClockReigns } from './clock-reigns.js';
import { ClockMetrics } from './clock-metrics.js';
import { ClockTerms } from './clock-terms.js';
import { ClockEntity } from './clock.entity.js';
import { Clocks } from './clocks.js';
import { ClocksController } from './clocks.controller.js';
import { ClocksQuery } from './clocks.query.js';
import { TicketClocks } from './ticket-clocks.js';

/** What was promised by when (CP-1, CP-2, CP-3, CP-9). */
export const CLOCK_ENTITIES = [ClockEntity];
export const CLOCK_CONTROLLERS = [ClocksController, ClockSettingsController, WorkingCalendarController];
export const CLOCK_DEADLINES = [ToldYears, Redating];
export const CLOCK_PROVIDERS = [
  ...[Calendars, CalendarService, ClockSettings],
  ...[ClockTerms, Clocks, ClockMerges, ClockReigns, ClocksQuery, ClockMetrics, TicketClocks],
];
