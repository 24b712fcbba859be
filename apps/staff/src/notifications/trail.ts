import type { EntityManager } from 'typeorm';
import { CHANNELS, type Channel } from './preferences.rules.js';

export const TRAIL_STEPS = [
  'requested',
  'told',
  'waits',
  'nobody-there',
  'escalated',
  'acknowledged',
  'settled',
  'ended',
] as const;

export interface TrailLine {
  what: (typeof TRAIL_STEPS)[number];
  step: number;
  personId?: string;
  note?: string;
}

/** By which target somebody was told and, when he does not want to hear by every channel, by which. */
export function toldNote(via: string, channels: readonly Channel[]): string {
  if (channels.length === CHANNELS.length) return via;
  return `${via}; ${channels.join(', ') || 'inbox only'}`;
}

/** Every step on the trail of a notification: who was told when, by what, who acknowledged (ORG-2). */
export async function writeTrail(tx: EntityManager, id: string, at: Date, lines: readonly TrailLine[]): Promise<void> {
  await tx.query(
    `INSERT INTO notification_trail (notification_id, at, what, step, person_id, note)
     SELECT $1, $2, what, step, person, note
       FROM unnest($3::text[], $4::int[], $5::uuid[], $6::text[])
         WITH ORDINALITY AS line (what, step, person, note, position) ORDER BY position`,
    [
      id,
      at,
      lines.map(({ what }) => what),
      lines.map(({ step }) => step),
      lines.map(({ personId }) => personId ?? null),
      lines.map(({ note }) => note ?? null),
    ],
  );
}
