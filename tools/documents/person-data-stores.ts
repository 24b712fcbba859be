import { PersonDataSources } from '#platform';
import type { TestService } from '#testing';

/** Columns that can hold a patient's id or what was said of one: by what they refer to, by name, and by type. */
const SUSPECTED = `
  SELECT DISTINCT CASE n.nspname WHEN 'public' THEN c.relname ELSE n.nspname || '.' || c.relname END AS table,
         a.attname AS column
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND a.attnum > 0 AND NOT a.attisdropped
     AND c.relkind IN ('r', 'p') AND NOT c.relispartition
     AND (a.attname ~ '(person|patient|survivor|retired|one_id|other_id|subject|member|owner|relative|guardian|record_(key|number))'
       OR a.atttypid IN ('jsonb'::regtype, 'json'::regtype, 'bytea'::regtype, 'uuid[]'::regtype)
       OR EXISTS (SELECT 1 FROM pg_constraint f
                   WHERE f.contype = 'f' AND f.conrelid = c.oid AND f.confrelid = to_regclass('person')
                     AND a.attnum = ANY (f.conkey)))
   ORDER BY 1, 2`;

const NOTHING_OF_A_PERSON = new Set(['role_right', 'migrations', 'job_schedule', 'retention_run']);

/**
 * PT-9: tables that can hold something about a patient and that no source of a person's data answers for.
 * @returns what to do about each, in words; none when all is well
 */
export async function unansweredTables({ app, source }: TestService): Promise<string[]> {
  const sources = app.get(PersonDataSources, { strict: false }).all();
  const answered = new Set(
    sources.flatMap(({ tables, withoutPatients = [] }) => [...tables, ...withoutPatients.map(({ table }) => table)]),
  );
  const suspected: { table: string; column: string }[] = await source.query(SUSPECTED);
  const open = suspected.filter(({ table }) => !answered.has(table) && !NOTHING_OF_A_PERSON.has(table));
  return [...Map.groupBy(open, ({ table }) => table)].map(
    ([table, columns]) =>
      `${table} (${columns.map(({ column }) => column).join(', ')}) can hold what is known of a patient: name it in ` +
      `\`tables\` of a @PersonData() provider beside its retention (libs/platform/src/person-data/person-data.ts; ` +
      `example apps/patients/src/promises/promises.person-data.ts; list it in the module, of patients in ` +
      `patients.person-data.ts), or in \`withoutPatients\` with the reason why it never does`,
  );
}

/**
 * docs/retention.md against the code: what a source answers for must not be said to lose "nothing" without a reason,
 * and a table without patients' data must be said to lose nothing.
 */
export function contradictedRows({ app }: TestService, rows: string[]): string[] {
  const effectOn = (table: string) =>
    rows.filter((row) => row.split('|')[2]?.includes(`\`${table}\``)).map((row) => (row.split('|')[5] ?? '').trim());
  const loses = /^(removed|emptied|kept|sealed)\b/;
  const nothing = /^(nothing|staff members only)\b/;
  return app
    .get(PersonDataSources, { strict: false })
    .all()
    .flatMap(({ tables, withoutPatients = [] }) => [
      ...tables
        .filter((table) => effectOn(table).length === 0 || !effectOn(table).every((effect) => loses.test(effect)))
        .map((table) => `${table}: say in its last column "removed", "emptied", "sealed" or "kept" and how`),
      ...withoutPatients
        .filter(({ table }) => !effectOn(table).every((effect) => nothing.test(effect)))
        .map(({ table }) => `${table}: its source says it holds nothing of a patient; say "nothing"`),
    ]);
}
