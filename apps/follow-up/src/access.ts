import type { Role } from '#contracts';

/** Who may see follow-up plans and tasks. */
export const READERS: Role[] = [
  'follow-up-nurse',
  'centre-manager',
  'duty-doctor',
  'department-director',
  'administrator',
];

/** Who may complete tasks and end plans. */
export const WRITERS: Role[] = ['follow-up-nurse', 'centre-manager', 'administrator'];

export const READERS_TEXT = `Roles: ${READERS.join(', ')}.`;
export const WRITERS_TEXT = `Roles: ${WRITERS.join(', ')}.`;
