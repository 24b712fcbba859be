import { Files, PersonData, type ErasureOutcome, type PersonDataSection, type PersonDataSource } from '#platform';
import type { EntityManager } from 'typeorm';
import { discardExportFiles } from './export-retention.js';

const ALL = 10_000;

/** As with imports: every file written before the erasure goes. One that is being written, or held, is waited for. */
@PersonData()
export class ExportsPersonData implements PersonDataSource {
  readonly tables = ['patient_export'];

  constructor(private readonly files: Files) {}

  /** Its files name many, and are gone within days: what they say of the person is in the record. */
  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
  }

  async erase(tx: EntityManager, _ids: readonly string[], at: Date): Promise<ErasureOutcome[]> {
    const emptied = await discardExportFiles(tx, this.files, at, ALL);
    const [left]: { count: number }[] = await tx.query(
      `SELECT count(*)::int AS count FROM patient_export
        WHERE created_at < $1 AND (finished_at IS NULL OR file_id IS NOT NULL)`,
      [at],
    );
    return [{ table: 'patient_export', removed: 0, emptied, kept: 0, waiting: left?.count ?? 0 }];
  }
}
