import type { TicketColour, TicketKind } from '#contracts';

/** The colour of a ticket that nobody gave one (CP-1): a medical complaint red, any other yellow, ideas and praise blue. */
export function shippedColour(kind: TicketKind, medical: boolean | null): TicketColour {
  switch (kind) {
    case 'complaint':
      return medical ? 'red' : 'yellow';
    case 'emergency':
      return 'red';
    case 'appointment':
      return 'yellow';
    default:
      return 'blue';
  }
}
