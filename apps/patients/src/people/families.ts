/** The steps use the index row by row (OFFSET 0): the planner cannot know that chains are short and would read the table. */
const UPWARD = `upward (id, merged_into) AS (
      SELECT id, merged_into FROM person WHERE id IN (SELECT id FROM named)
      UNION SELECT p.id, p.merged_into FROM upward u
        CROSS JOIN LATERAL (SELECT id, merged_into FROM person WHERE id = u.merged_into OFFSET 0) p
    )`;

/** SQL: ids of the records named by `seed` (a query of ids) with those they were merged into. */
export function chainsOf(seed: string): string {
  return `WITH RECURSIVE named AS (${seed}), ${UPWARD} SELECT id FROM upward`;
}

/** SQL: ids of the living records that answer for those named by `seed`. */
export function survivorsOf(seed: string): string {
  return `WITH RECURSIVE named AS (${seed}), ${UPWARD} SELECT id FROM upward WHERE merged_into IS NULL`;
}

/** SQL: (root, id) of the records named by `seed` and of all that were merged into each. */
export function descendantsOf(seed: string): string {
  return `WITH RECURSIVE named AS (${seed}), family (root, id) AS (
      SELECT id, id FROM named
      UNION ALL SELECT f.root, p.id FROM family f
        CROSS JOIN LATERAL (SELECT id FROM person WHERE merged_into = f.id OFFSET 0) p
    ) SELECT root, id FROM family`;
}
