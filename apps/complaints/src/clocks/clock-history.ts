import { currentContext, prepared } from '#platform';
import type { EntityManager } from 'typeorm';
import type { ClockEvent } from './clock-trail.entity.js';

export interface ClockLine {
  clockId: string;
  what: ClockEvent;
  facts?: Record<string, string | number | null>;
}

const APPEND = `
  INSERT INTO clock_trail (clock_id, at, what, facts, actor_id, actor_name)
  SELECT clock_id, $4, what, facts, $5, $6
    FROM unnest($1::uuid[], $2::text[], $3::jsonb[]) WITH ORDINALITY AS line (clock_id, what, facts, position)
   ORDER BY position`;

/** Enters what happened to clocks; who comes from the request. */
export async function enterHistory(tx: EntityManager, lines: readonly ClockLine[], at: Date): Promise<void> {
  if (lines.length === 0) return;
  const actor = currentContext()?.actor;
  await prepared(tx, 'clock.history', APPEND, [
    lines.map(({ clockId }) => clockId),
    lines.map(({ what }) => what),
    lines.map(({ facts }) => JSON.stringify(facts ?? {})),
    at,
    actor?.id ?? null,
    actor?.name || null,
  ]);
}
