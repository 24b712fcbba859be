import type { DataSource } from 'typeorm';

/** What is due and has not been worked off. */
export interface Backlog {
  /** Counted up to 10,000. */
  due: number;
  /** When the oldest of it fell due. */
  oldest: Date | null;
}

/** Beyond it the number only says "far too many". */
const COUNTED = 10_000;

/** Reads a backlog by the index that deadlines are claimed with. The names are the code's own, never input. */
export async function backlogOf(source: DataSource, table: string, dueAt: string, now: Date): Promise<Backlog> {
  const [row]: Backlog[] = await source.query(
    `SELECT count(*)::int AS due, min(at) AS oldest
       FROM (SELECT ${dueAt} AS at FROM ${table} WHERE ${dueAt} <= $1 ORDER BY ${dueAt} LIMIT ${COUNTED}) AS backlog`,
    [now],
  );
  return row ?? { due: 0, oldest: null };
}
