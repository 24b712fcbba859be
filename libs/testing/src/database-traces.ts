const COLUMNS = `
  SELECT format('%I.%I', n.nspname, c.relname) AS "table", c.relname AS name, array_agg(a.attname::text ORDER BY a.attname) AS columns
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_type t ON t.oid = a.atttypid
   WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' AND a.attnum > 0 AND NOT a.attisdropped
     AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname NOT LIKE 'audit\\_%'
     AND (t.typcategory IN ('S', 'A') OR t.typname IN ('json', 'jsonb', 'bytea'))
   GROUP BY 1, 2
   ORDER BY 2, 1`;

/** Every text, JSON, list and bytes column of every table that holds one of the words; the audit keeps what it keeps. */
export async function tracesOf(
  source: { query(sql: string, values?: unknown[]): Promise<unknown> },
  words: string[],
): Promise<[table: string, column: string][]> {
  const tables = (await source.query(COLUMNS)) as { table: string; name: string; columns: string[] }[];
  const traces: [string, string][] = [];
  for (const { table, name, columns } of tables) {
    const texts = columns.map((column) => `('${column}', "${column}"::text)`).join(', ');
    // One look at a table for all of its columns: there are hundreds, and a busy machine.
    const rows = (await source.query(
      `SELECT DISTINCT field.name FROM ${table} CROSS JOIN LATERAL (VALUES ${texts}) AS field (name, value)
        WHERE EXISTS (SELECT 1 FROM unnest($1::text[]) AS word
         WHERE position(word in field.value) > 0
            OR position(encode(convert_to(word, 'UTF8'), 'hex') in field.value) > 0)
        ORDER BY 1`,
      [words],
    )) as { name: string }[];
    traces.push(...rows.map(({ name: column }): [string, string] => [name, column]));
  }
  return traces;
}
