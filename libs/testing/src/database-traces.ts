const COLUMNS = `
  SELECT format('%I.%I', n.nspname, c.relname) AS "table", c.relname AS name, a.attname AS "column"
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_type t ON t.oid = a.atttypid
   WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' AND a.attnum > 0 AND NOT a.attisdropped
     AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname NOT LIKE 'audit\\_%'
     AND (t.typcategory IN ('S', 'A') OR t.typname IN ('json', 'jsonb', 'bytea'))
   ORDER BY 2, 3`;

/** Every text, JSON, list and bytes column of every table that holds one of the words; the audit keeps what it keeps. */
export async function tracesOf(
  source: { query(sql: string, values?: unknown[]): Promise<unknown> },
  words: string[],
): Promise<[table: string, column: string][]> {
  const columns = (await source.query(COLUMNS)) as { table: string; name: string; column: string }[];
  const traces: [string, string][] = [];
  for (const { table, name, column } of columns) {
    const rows = (await source.query(
      `SELECT 1 FROM ${table} WHERE EXISTS (SELECT 1 FROM unnest($1::text[]) AS word
         WHERE position(word in "${column}"::text) > 0
            OR position(encode(convert_to(word, 'UTF8'), 'hex') in "${column}"::text) > 0) LIMIT 1`,
      [words],
    )) as unknown[];
    if (rows.length > 0) traces.push([name, column]);
  }
  return traces;
}
