import { randomUUID } from 'node:crypto';
import type pg from 'pg';

interface Insert {
  table: string;
  sql: string;
  /** As PostgreSQL writes them; null. */
  values: (string | null)[];
}

/** What names a row: an id, or the number of a ticket, each of which is there once. */
const NAME = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b20\d\d-\d{6,}\b/g;

/**
 * The rows that the service left for one piece of work, ready to be written again under other names: whatever it leaves
 * today, the bare thing leaves too.
 */
export class BareRows {
  private constructor(private readonly inserts: Insert[]) {}

  /** @param rowsOf what to read in each table, `$1` being the id; in the order in which references allow it */
  static async like(client: pg.Client, rowsOf: Record<string, string>, id: string): Promise<BareRows> {
    const inserts: Insert[] = [];
    for (const [table, select] of Object.entries(rowsOf)) inserts.push(await insertOf(client, table, select, id));
    return new BareRows(inserts);
  }

  get size(): string {
    return this.inserts.map(({ table, values, sql }) => `${values.length / rowLength(sql)} ${table}`).join(', ');
  }

  /** One transaction of prepared statements, one a table. */
  async write(client: pg.Client): Promise<void> {
    const fresh = naming(() => randomUUID());
    await client.query('BEGIN');
    for (const { table, sql, values } of this.inserts) {
      const renamed = values.map((value) => value?.replaceAll(NAME, fresh) ?? null);
      await client.query({ name: table, text: sql, values: renamed });
    }
    await client.query('COMMIT');
  }

  /** The same for pgbench; the names inside of events stay as they are. */
  script(): string {
    const made: string[] = [];
    const variable = naming(() => `:id${made.push('gen_random_uuid()') - 1}`);
    const literal = (value: string | null) => {
      if (value === null) return 'NULL';
      return value.replace(NAME, '') === '' && value !== '' ? variable(value) : quoted(value);
    };
    const statements = this.inserts.map(({ sql, values }) =>
      sql.replaceAll(/\$(\d+)/g, (_, nth: string) => literal(values[Number(nth) - 1] ?? null)),
    );
    return [
      `SELECT ${made.map((value, nth) => `${value} AS id${nth}`).join(', ')} \\gset`,
      'BEGIN;',
      ...statements.map((each) => `${each};`),
      'COMMIT;',
    ].join('\n');
  }
}

/** One new name for each, the same whenever it comes again. */
function naming(make: () => string): (name: string) => string {
  const names = new Map<string, string>();
  return (old) => {
    const name = names.get(old) ?? make();
    names.set(old, name);
    return name;
  };
}

/** Without a colon, by which pgbench knows its variables. */
const quoted = (text: string) => `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a')}'`;

const rowLength = (sql: string) => sql.slice(0, sql.indexOf(')')).split(',').length;

async function insertOf(client: pg.Client, table: string, select: string, id: string): Promise<Insert> {
  const { rows: columns } = await client.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = $1 AND is_identity = 'NO' ORDER BY ordinal_position`,
    [table],
  );
  const names = columns.map(({ name }) => name);
  const { rows } = await client.query<Record<string, string | null>>(
    `SELECT ${names.map((name) => `${written(name)}::text AS ${name}`).join(', ')} FROM (${select}) AS made`,
    [id],
  );
  if (rows.length === 0) throw new Error(`${id} left nothing in ${table}`);
  const width = names.length;
  const tuple = (_: unknown, nth: number) => `(${names.map((_name, at) => `$${nth * width + at + 1}`).join(', ')})`;
  return {
    table,
    sql: `INSERT INTO ${table} (${names.join(', ')}) VALUES ${rows.map(tuple).join(', ')}`,
    values: rows.flatMap((row) => names.map((name) => row[name] ?? null)),
  };
}

/** Published already, or the relay would send it. */
function written(column: string): string {
  return column === 'published_at' ? 'occurred_at' : column;
}
