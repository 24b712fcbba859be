import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** What one discharge leaves in the database; in the order in which references allow it. */
const ROWS_OF = {
  inbox: `SELECT * FROM inbox WHERE event_id::text = (SELECT cause FROM plan_trail WHERE plan_id = $1 LIMIT 1)`,
  person: 'SELECT * FROM person WHERE id = (SELECT patient_id FROM plan WHERE id = $1)',
  stay: 'SELECT * FROM stay WHERE encounter_id = (SELECT encounter_id FROM plan WHERE id = $1)',
  plan: 'SELECT * FROM plan WHERE id = $1',
  task: 'SELECT * FROM task WHERE encounter_id = (SELECT encounter_id FROM plan WHERE id = $1)',
  plan_trail: 'SELECT * FROM plan_trail WHERE plan_id = $1 ORDER BY seq',
  outbox: `SELECT * FROM outbox WHERE partition_key = (SELECT patient_id::text FROM plan WHERE id = $1) ORDER BY seq`,
};

interface Insert {
  table: string;
  sql: string;
  values: (string | number | boolean | null)[];
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * The rows of a plan that the service made, ready to be written again under other ids: whatever a discharge leaves
 * today, the bare thing leaves too.
 */
export class BarePlan {
  private constructor(private readonly inserts: Insert[]) {}

  static async like(client: pg.Client): Promise<BarePlan> {
    const newest = 'SELECT id FROM plan ORDER BY anchored_at DESC, id DESC LIMIT 1';
    const { rows } = await client.query<{ id: string }>(newest);
    const inserts: Insert[] = [];
    for (const [table, select] of Object.entries(ROWS_OF)) {
      inserts.push(await insertOf(client, table, select, (rows[0] as { id: string }).id));
    }
    return new BarePlan(inserts);
  }

  get size(): string {
    return this.inserts.map(({ table, values, sql }) => `${values.length / rowLength(sql)} ${table}`).join(', ');
  }

  /** One transaction of prepared statements, one a table. */
  async write(client: pg.Client): Promise<void> {
    const fresh = naming(() => randomUUID());
    await client.query('BEGIN');
    for (const { table, sql, values } of this.inserts) {
      const renamed = values.map((value) => (typeof value === 'string' ? value.replaceAll(UUID, fresh) : value));
      await client.query({ name: table, text: sql, values: renamed });
    }
    await client.query('COMMIT');
  }

  /** The same for pgbench; the ids inside of events stay as they are. */
  script(): string {
    const made: string[] = [];
    const variable = naming(() => `:id${made.push('gen_random_uuid()') - 1}`);
    const literal = (value: Insert['values'][number]) => {
      if (typeof value !== 'string') return String(value ?? 'NULL');
      return value.replace(UUID, '') === '' ? variable(value) : quoted(value);
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

/** One new name for each id, the same whenever the id comes again. */
function naming(make: () => string): (id: string) => string {
  const names = new Map<string, string>();
  return (id) => {
    const name = names.get(id) ?? make();
    names.set(id, name);
    return name;
  };
}

/** Without a colon, by which pgbench knows its variables. */
const quoted = (text: string) => `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "''").replaceAll(':', '\\x3a')}'`;

const rowLength = (sql: string) => sql.slice(0, sql.indexOf(')')).split(',').length;

async function insertOf(client: pg.Client, table: string, select: string, planId: string): Promise<Insert> {
  const { rows: columns } = await client.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND table_name = $1 AND is_identity = 'NO' ORDER BY ordinal_position`,
    [table],
  );
  const names = columns.map(({ name }) => name);
  const { rows } = await client.query<{ row: Record<string, unknown> }>(
    `SELECT to_json(made) AS row FROM (${select}) AS made`,
    [planId],
  );
  if (rows.length === 0) throw new Error(`The plan ${planId} left nothing in ${table}`);
  const width = names.length;
  const tuple = (_: unknown, nth: number) => `(${names.map((_name, at) => `$${nth * width + at + 1}`).join(', ')})`;
  return {
    table,
    sql: `INSERT INTO ${table} (${names.join(', ')}) VALUES ${rows.map(tuple).join(', ')}`,
    values: rows.flatMap(({ row }) => names.map((name) => scalar(row, name))),
  };
}

/** Published already, or the relay would send it. */
function scalar(row: Record<string, unknown>, name: string): Insert['values'][number] {
  const value = name === 'published_at' ? row['occurred_at'] : row[name];
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
