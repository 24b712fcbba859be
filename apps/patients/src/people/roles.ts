import type { Role } from '#contracts';

/** Who works with patient records. */
export const READERS = [
  'agent',
  'follow-up-nurse',
  'centre-manager',
  'duty-doctor',
  'guide',
  'administrator',
] as const satisfies Role[];

export const WRITERS = ['agent', 'centre-manager', 'administrator'] as const satisfies Role[];
