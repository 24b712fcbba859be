import type { TicketState } from '#contracts';

/** How a complaint stands, in the words of its writer. */
export const PUBLIC_STATES = ['received', 'in-progress', 'waiting-for-you', 'answered', 'closed'] as const;
export type PublicState = (typeof PUBLIC_STATES)[number];

/** `merged` is told by the ticket it goes on in. */
export function publicStateOf(state: Exclude<TicketState, 'merged'>): PublicState {
  switch (state) {
    case 'open':
      return 'received';
    case 'claimed':
      return 'in-progress';
    case 'waiting-for-patient':
      return 'waiting-for-you';
    case 'solved':
      return 'answered';
    case 'closed':
    case 'stopped':
      return 'closed';
  }
}
