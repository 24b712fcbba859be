import type { FileUse } from '#platform';

/** Pictures, recordings and papers that people show; nothing that a program would run. */
export const TICKET_ATTACHMENT = {
  name: 'ticket-attachment',
  mediaTypes: [
    'image/jpeg',
    'image/png',
    'image/webp',
    'application/pdf',
    'audio/mpeg',
    'audio/wav',
    'audio/amr',
    'audio/x-m4a',
    'video/mp4',
  ],
  maxBytes: 50 * 1_048_576,
} as const satisfies FileUse;
