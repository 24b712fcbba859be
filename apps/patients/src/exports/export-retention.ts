import type { Files } from '#platform';
import type { EntityManager } from 'typeorm';

/** Gives up the files of exports that were asked for before this. @returns how many exports had one */
export async function discardExportFiles(
  tx: EntityManager,
  files: Files,
  before: Date,
  limit: number,
): Promise<number> {
  const [rows]: [{ fileId: string }[], number] = await tx.query(
    `WITH old AS (
       SELECT id, file_id FROM patient_export WHERE created_at < $1 AND file_id IS NOT NULL
        ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED)
     UPDATE patient_export e SET file_id = NULL FROM old WHERE e.id = old.id RETURNING old.file_id AS "fileId"`,
    [before, limit],
  );
  for (const { fileId } of rows) await files.discard(tx, fileId);
  return rows.length;
}
