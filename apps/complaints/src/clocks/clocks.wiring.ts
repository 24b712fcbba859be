import { Calendars } from '../calendars/calendars.js';
import { ClockMerges } from './clock-merges.js';
import { ClockTerms } from './clock-terms.js';
import { ClockEntity } from './clock.entity.js';
import { Clocks } from './clocks.js';
import { TicketClocks } from './ticket-clocks.js';

/** What was promised by when (CP-1, CP-2, CP-3, CP-9). */
export const CLOCK_ENTITIES = [ClockEntity];
export const CLOCK_PROVIDERS = [Calendars, ClockTerms, Clocks, ClockMerges, TicketClocks];
