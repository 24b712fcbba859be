import type { DataSource, EntityManager } from 'typeorm';
import type { Backlog } from './backlog.js';

/** A row that fell due. */
export interface DueRow {
  id: string;
  /** When it fell due, for the metrics: how late it is worked off. */
  dueAt?: Date;
}

/**
 * One kind of thing that falls due (decision 6): rows of a table with a `due_at` and a partial index on it.
 * A crash at any point releases the claimed rows at once; replicas share the work.
 */
export interface DeadlineSource<T extends DueRow = DueRow> {
  /** For logs and metrics, for instance `follow-up.task.lapse`. */
  readonly name: string;
  /** How many are claimed at once; 100 unless it says otherwise. */
  readonly batch?: number;
  /**
   * SQL that is true when something may be due at `$1`, for instance `EXISTS (SELECT FROM task WHERE due_at <= $1)`. Those
   * of all sources are asked in one statement, and only those are claimed from that say so; one without is always claimed
   * from.
   */
  readonly anyDue?: string;
  /** Locks at most `limit` due rows, most urgent first: `… WHERE due_at <= $now AND id <> ALL($except) … FOR UPDATE SKIP LOCKED`. */
  claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<T[]>;
  /** What is due at `now`, for the metrics; `backlogOf` reads it. */
  backlog(source: DataSource, now: Date): Promise<Backlog>;
  /** Applies the rules to one row, changes it so that it is no longer due, and appends its events. */
  handle(tx: EntityManager, row: T, now: Date): Promise<void>;
  /** The same for all that were claimed, in few statements. When it fails, each is handled by itself. */
  handleAll?(tx: EntityManager, rows: T[], now: Date): Promise<void>;
}
