import { type Client, escapeIdentifier } from 'pg';

/** A table as a backup sees it. */
export interface Table {
  schema: string;
  name: string;
  /** Without generated ones, which PostgreSQL works out again. */
  columns: string[];
  /** Made while the service ran, not by its migrations: the months of the audit. */
  partitions: Partition[];
}

export interface Partition {
  name: string;
  /** `FOR VALUES FROM … TO …`, or `DEFAULT`. */
  bound: string;
  /** Definitions of the triggers that it does not have from its parent. */
  triggers: string[];
}

/** A number of its own that a table draws from. */
export interface Sequence {
  schema: string;
  name: string;
  lastValue: string;
  isCalled: boolean;
}

const COLUMNS = `
  SELECT c.oid::int AS oid, n.nspname AS schema, c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
   WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
     AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
   GROUP BY c.oid, n.nspname, c.relname
   ORDER BY n.nspname, c.relname`;

const REFERENCES = `
  SELECT conrelid::int AS child, confrelid::int AS parent FROM pg_constraint
   WHERE contype = 'f' AND conrelid <> confrelid AND NOT condeferrable`;

const PARTITIONS = `
  SELECT i.inhparent::int AS parent, c.relname AS name, pg_get_expr(c.relpartbound, c.oid) AS bound,
         ARRAY(SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t
                WHERE t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgparentid = 0) AS triggers
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
   WHERE c.relispartition AND c.relkind = 'r'
   ORDER BY c.relname`;

const SEQUENCES = `
  SELECT schemaname AS schema, sequencename AS name FROM pg_sequences ORDER BY schemaname, sequencename`;

interface Found extends Omit<Table, 'partitions'> {
  oid: number;
}

/** Every table of the database, the ones that others refer to first. Rows of partitions come with their parent. */
export async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Found>(COLUMNS);
  const { rows: references } = await client.query<{ child: number; parent: number }>(REFERENCES);
  const { rows: partitions } = await client.query<Partition & { parent: number }>(PARTITIONS);
  const parents = Map.groupBy(references, ({ child }) => child);
  const ordered = new Set<Found>();
  const place = (table: Found, path: Set<number>): void => {
    if (path.has(table.oid)) throw new Error(`The tables around ${table.name} refer to each other in a circle`);
    if (ordered.has(table)) return;
    for (const { parent } of parents.get(table.oid) ?? []) {
      const found = rows.find(({ oid }) => oid === parent);
      if (found) place(found, new Set([...path, table.oid]));
    }
    ordered.add(table);
  };
  for (const table of rows) place(table, new Set());
  return [...ordered].map(({ oid, ...table }) => ({
    ...table,
    partitions: partitions.filter(({ parent }) => parent === oid).map(({ parent: _, ...partition }) => partition),
  }));
}

export async function sequencesOf(client: Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(SEQUENCES);
  const sequences: Sequence[] = [];
  for (const { schema, name } of rows) {
    const { rows: values } = await client.query<{ last_value: string; is_called: boolean }>(
      `SELECT last_value::text, is_called FROM ${qualified({ schema, name })}`,
    );
    const [value] = values;
    if (value) sequences.push({ schema, name, lastValue: value.last_value, isCalled: value.is_called });
  }
  return sequences;
}

export function qualified({ schema, name }: { schema: string; name: string }): string {
  return `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`;
}

export function columnList({ columns }: Pick<Table, 'columns'>): string {
  return columns.map((column) => escapeIdentifier(column)).join(', ');
}
