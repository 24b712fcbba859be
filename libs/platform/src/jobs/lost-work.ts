import type { DataSource, EntityManager } from 'typeorm';
import type { Backlog } from '../deadlines/backlog.js';
import type { DeadlineSource, DueRow } from '../deadlines/deadline-source.js';

/** So old is work that is looked at: a job is there from the beginning. */
const PATIENCE_MS = 60_000;
/** Beyond it the number only says "far too many". */
const COUNTED = 10_000;

/**
 * Work whose job is gone, cancelled over `/ops/jobs` or killed in its last attempt: nobody would ever end it, and
 * erasures, retention and who follows it would wait for ever.
 */
export abstract class LostWork implements DeadlineSource {
  abstract readonly name: string;
  readonly anyDue: string;
  /** SQL: of the table `work`, with the columns id, created_at and finished_at. */
  private readonly lost: string;

  /**
   * @param table with an index of created_at where finished_at is null
   * @param hasJob SQL: whether a job waits or runs for a row of `work`
   */
  protected constructor(table: string, hasJob: string) {
    this.anyDue = `EXISTS (SELECT FROM ${table} WHERE finished_at IS NULL AND created_at < $1)`;
    this.lost = `FROM ${table} work WHERE finished_at IS NULL AND created_at < $1 AND NOT ${hasJob}`;
  }

  claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DueRow[]> {
    return tx.query(
      `SELECT id ${this.lost} AND id <> ALL($2::uuid[]) ORDER BY created_at LIMIT $3 FOR UPDATE SKIP LOCKED`,
      [begunBefore(now), except, limit],
    );
  }

  /** Since when nobody works it is not known. */
  async backlog(source: DataSource, now: Date): Promise<Backlog> {
    const [row]: { due: number }[] = await source.query(
      `SELECT count(*)::int AS due FROM (SELECT id ${this.lost} LIMIT ${COUNTED}) AS backlog`,
      [begunBefore(now)],
    );
    return { due: row?.due ?? 0, oldest: null };
  }

  /** Ends it as failed and tells so. */
  abstract handle(tx: EntityManager, row: DueRow, now: Date): Promise<void>;
}

function begunBefore(now: Date): Date {
  return new Date(now.getTime() - PATIENCE_MS);
}
