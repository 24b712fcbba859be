import { eventually, type TestService } from '#testing';
import { expect } from '@jest/globals';
import pg from 'pg';

type Query = (this: unknown, ...given: unknown[]) => unknown;

export interface Statement {
  text: string;
  values: unknown[];
  /** Whatever was asked over the same connection has the same. */
  connection: unknown;
}

/** All that the process asks PostgreSQL while the work runs, background work included. */
export async function statementsDuring(work: () => Promise<unknown>): Promise<Statement[]> {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const { query } = prototype;
  const statements: Statement[] = [];
  prototype.query = function (this: unknown, ...given: unknown[]) {
    const [asked, values] = given as [string | Partial<Statement>, unknown[] | undefined];
    const { text = '', values: own } = typeof asked === 'string' ? { text: asked } : asked;
    statements.push({ text, values: own ?? values ?? [], connection: this });
    return query.apply(this, given);
  };
  try {
    await work();
  } finally {
    prototype.query = query;
  }
  return statements;
}

/** Waits until nobody is due for a stage, tags, communities, the family or a check for duplicates. */
export async function allSettled(hospital: TestService): Promise<void> {
  await eventually(async () => {
    const [row]: { due: string }[] = await hospital.source.query(
      `SELECT (SELECT count(*) FROM duplicate_check WHERE due_at <= $1)
            + (SELECT count(*) FROM person_lifecycle WHERE due_at <= $1)
            + (SELECT count(*) FROM person_tagging WHERE due_at <= $1)
            + (SELECT count(*) FROM family_standing WHERE due_at <= $1)
            + (SELECT count(*) FROM community_check) AS due`,
      [hospital.clock.now()],
    );
    expect(Number(row?.due)).toBe(0);
  });
}

/** How PostgreSQL would work it out. */
export async function planOf(
  hospital: TestService,
  { text, values }: Pick<Statement, 'text' | 'values'>,
): Promise<string> {
  const rows: Record<string, string>[] = await hospital.source.query(`EXPLAIN ${text}`, values);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}
