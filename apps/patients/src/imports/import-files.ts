import type { Files } from '#platform';
import type { EntityManager } from 'typeorm';

/** Gives up the files of imports that ended and arrived before this. @returns how many imports had theirs */
export async function discardImportFiles(
  tx: EntityManager,
  files: Files,
  before: Date,
  limit: number,
): Promise<number> {
  const [rows]: [{ fileIds: (string | null)[] }[], number] = await tx.query(
    `WITH old AS (
       SELECT id, file_id, rows_file_id FROM patient_import
        WHERE created_at < $1 AND file_id IS NOT NULL AND finished_at IS NOT NULL
        ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED)
     UPDATE patient_import i SET file_id = NULL, rows_file_id = NULL FROM old WHERE i.id = old.id
     RETURNING ARRAY[old.file_id, old.rows_file_id]::text[] AS "fileIds"`,
    [before, limit],
  );
  for (const id of rows.flatMap(({ fileIds }) => fileIds)) if (id !== null) await files.discard(tx, id);
  return rows.length;
}
