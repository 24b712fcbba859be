import type { TicketColour, TicketKind } from '#contracts';

/** What a default colour is kept for: a kind, and a medical complaint apart (CP-1). */
export type ColourKey = TicketKind | 'medical-complaint';

export type DefaultColours = Record<ColourKey, TicketColour>;

/** The colour of a ticket that nobody gave one. */
export function defaultColour(colours: DefaultColours, kind: TicketKind, medical: boolean | null): TicketColour {
  return colours[kind === 'complaint' && medical ? 'medical-complaint' : kind];
}
