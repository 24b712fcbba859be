/** What somebody wants (CP-1). */
export const TICKET_KINDS = [
  'complaint',
  'suggestion',
  'praise',
  'consultation',
  'emergency',
  'appointment',
  'other',
] as const;
export type TicketKind = (typeof TICKET_KINDS)[number];

/** How fast it has to be closed (CP-1): red 30 minutes, yellow 2 hours, blue 24 hours as shipped. */
export const TICKET_COLOURS = ['red', 'yellow', 'blue'] as const;
export type TicketColour = (typeof TICKET_COLOURS)[number];

export const TICKET_STATES = [
  'open',
  'claimed',
  'waiting-for-patient',
  'solved',
  'closed',
  'merged',
  'stopped',
] as const;
export type TicketState = (typeof TICKET_STATES)[number];

/** By which way it came in. */
export const TICKET_CHANNELS = [
  'phone',
  'desk',
  'letter',
  'wechat',
  'web-form',
  'message',
  'follow-up',
  'review',
  'hotline-12345',
  'other',
] as const;
export type TicketChannel = (typeof TICKET_CHANNELS)[number];

/** How a complainant behaves (CP-4); `acting` claims damages. */
export const COMPLAINANT_TYPES = ['silent', 'voicing', 'angry', 'acting'] as const;
export type ComplainantType = (typeof COMPLAINANT_TYPES)[number];

/** How it is settled, which decides when the law wants an answer (CP-9): the same day, 5 or 10 working days. */
export const TICKET_SETTLEMENTS = ['on-the-spot', 'investigation', 'several-departments'] as const;
export type TicketSettlement = (typeof TICKET_SETTLEMENTS)[number];
