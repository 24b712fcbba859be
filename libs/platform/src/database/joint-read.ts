import pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { prepared } from './prepared.js';

/** One query of several that are asked together. */
export interface ReadPart {
  sql: string;
  /** Columns that are instants: they come as text and become dates. */
  instants?: readonly string[];
}

/** The rows of each query. */
export type Rows<R> = { [K in keyof R]: R[K][] };

/**
 * Several queries as one prepared statement: one way there and back, one connection, one plan, one moment. All have the
 * same values. Rows come as JSON: a number is a number also where node-postgres gives text (bigint, numeric).
 */
export class JointRead<R extends Record<keyof R, object>> {
  private readonly text: string;

  /** @param name unique to the text, as of `prepared` */
  constructor(
    private readonly name: string,
    private readonly parts: Readonly<Record<keyof R & string, ReadPart>>,
  ) {
    const lists = this.entries().map(
      ([part, { sql }]) => `(SELECT coalesce(json_agg(one_row), '[]') FROM (${sql}) one_row) AS "${part}"`,
    );
    this.text = `SELECT ${lists.join(',\n')}`;
  }

  async rows(target: DataSource | EntityManager, values: unknown[]): Promise<Rows<R>> {
    const [answer] = await prepared<Rows<R> & pg.QueryResultRow>(target, this.name, this.text, values);
    if (!answer) throw new Error(`${this.name} has no answer`);
    for (const [part, { instants = [] }] of this.entries()) {
      for (const row of answer[part] as Record<string, unknown>[]) makeDates(row, instants);
    }
    return answer;
  }

  private entries() {
    return Object.entries(this.parts) as [keyof R & string, ReadPart][];
  }
}

function makeDates(row: Record<string, unknown>, columns: readonly string[]): void {
  for (const column of columns) {
    const said = row[column];
    if (typeof said === 'string') row[column] = instantOf(said.replace('T', ' '));
  }
}

/** `Date` knows neither years before our era nor the seconds that offsets had before clocks were set by zones. */
const instantOf = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => Date;
