/** SQL: ids of the records named by `seed` (a query of ids) with those they were merged into, and all merged into these. */
export function familiesOf(seed: string): string {
  return `
    WITH RECURSIVE named AS (${seed}),
    upward AS (
      SELECT id, merged_into FROM person WHERE id IN (SELECT id FROM named)
      UNION SELECT p.id, p.merged_into FROM upward u JOIN person p ON p.id = u.merged_into
    ), family AS (
      SELECT id FROM upward
      UNION SELECT p.id FROM family f JOIN person p ON p.merged_into = f.id
    ) SELECT id FROM family`;
}

/** SQL: ids of the living records that answer for those named by `seed`. */
export function survivorsOf(seed: string): string {
  return `
    WITH RECURSIVE named AS (${seed}),
    upward AS (
      SELECT id, merged_into FROM person WHERE id IN (SELECT id FROM named)
      UNION SELECT p.id, p.merged_into FROM upward u JOIN person p ON p.id = u.merged_into
    ) SELECT id FROM upward WHERE merged_into IS NULL`;
}
