import { ClockSubjects } from './clock-subjects.js';
import { Escalations } from './escalations.js';
import { OtherClockDeadlines, TicketClockDeadlines } from './escalations.deadlines.js';
import { TicketSubjects } from './ticket-subjects.js';

/** Who is told when what was promised is not done (CP-2). */
export const ESCALATION_PROVIDERS = [ClockSubjects, Escalations, TicketSubjects];
export const ESCALATION_DEADLINES = [TicketClockDeadlines, OtherClockDeadlines];
