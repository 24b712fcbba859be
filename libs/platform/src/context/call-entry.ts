import type { EntityManager } from 'typeorm';

/** What one change did to one thing, as the service states it: only fields that differ, never secrets. */
export interface StatedChange {
  subject: string;
  id: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** The audit entry of the call in hand, as the work that fills and writes it sees it. */
export interface CallEntry {
  /** The answer names whom it is about. */
  saw(answer: unknown): void;
  /** The call is about this person or thing. */
  names(id: string): void;
  state(change: StatedChange): void;
  explain(reason: string): void;
  /** The transaction in hand commits, and the call is answered with this status all the same. */
  refuse(status: number): void;
  /** A transaction begins: what one before it stated was rolled back, or is written. */
  begin(): void;
  /** All that was written and seen is rolled back, and the call begins anew. */
  restart(): void;
  /** Writes the entry of success into the transaction that makes it true. @throws Problem 503 when it cannot be written */
  writeIn(tx: EntityManager, result: unknown): Promise<void>;
  /** The transaction with the entry is committed. */
  commit(): void;
  /** Writes what no transaction wrote: reads and refusals. @throws when it cannot be written: no data may leave then. */
  conclude(status: number): Promise<void>;
}
