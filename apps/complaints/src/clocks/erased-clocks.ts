import { sealRows, type Erasure, type ErasureOutcome } from '#platform';
import type { EntityManager } from 'typeorm';

/** What belongs to a ticket's clocks; the rows go with the ticket's, before it. */
export const CLOCK_TABLES = ['clock_trail', 'clock_pause', 'clock'] as const;

export const CLOCK_SETTINGS = [
  ...['working_hours', 'colour_clock', 'calendar_year'].map((table) => ({ table, reason: 'settings of clocks' })),
];

/** The clocks of these tickets go the way of the tickets (PT-9): sealed with the file, or removed. Nothing is told any more. */
export async function eraseClocks(tx: EntityManager, erasure: Erasure, ticketIds: string[]): Promise<ErasureOutcome[]> {
  const clocks: { id: string }[] = await tx.query(
    `SELECT id FROM clock WHERE subject_type = 'ticket' AND subject_id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`,
    [ticketIds],
  );
  const ids = clocks.map(({ id }) => id);
  return [
    await sealRows(tx, erasure, 'clock_trail', 'clock_id', ids),
    await sealRows(tx, erasure, 'clock_pause', 'clock_id', ids),
    await sealRows(tx, erasure, 'clock', 'id', ids),
  ];
}
