import { Files, PersonData, type ErasureOutcome, type PersonDataSection, type PersonDataSource } from '#platform';
import type { EntityManager } from 'typeorm';
import { discardImportFiles } from './import-files.js';

const ALL = 10_000;

/**
 * Whose rows a workbook holds is known only to who reads it whole: the files that were worked before the erasure go,
 * a few days before their time. An import that still runs is waited for, and so is a file that a preview, or the
 * erasure of somebody else, holds just then.
 */
@PersonData()
export class ImportsPersonData implements PersonDataSource {
  readonly tables = ['patient_import', 'patient_import_rejection'];

  constructor(private readonly files: Files) {}

  /** Its files name many, and are gone within days: what they said of the person is in the record. */
  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
  }

  async erase(tx: EntityManager, _ids: readonly string[], at: Date): Promise<ErasureOutcome[]> {
    const emptied = await discardImportFiles(tx, this.files, at, ALL);
    const [left]: { count: number }[] = await tx.query(
      `SELECT count(*)::int AS count FROM patient_import
        WHERE created_at < $1 AND (finished_at IS NULL OR file_id IS NOT NULL)`,
      [at],
    );
    return [{ table: 'patient_import', removed: 0, emptied, kept: 0, waiting: left?.count ?? 0 }];
  }
}
