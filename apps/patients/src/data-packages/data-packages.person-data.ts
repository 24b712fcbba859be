import { Files, PersonData, type ErasureOutcome, type PersonDataSection, type PersonDataSource } from '#platform';
import type { EntityManager } from 'typeorm';

/** That the person, or somebody for them, asked for their data before. */
@PersonData()
export class DataPackagesPersonData implements PersonDataSource {
  readonly tables = ['data_package'];

  constructor(private readonly files: Files) {}

  async collect(tx: EntityManager, patientIds: readonly string[]): Promise<PersonDataSection[]> {
    const rows: Record<string, unknown>[] = await tx.query(
      `SELECT requested_at AS "requestedAt", state, asked_by AS "askedBy", asked_by_name AS "askedByName",
              identity_check AS "identityCheck", identity_note AS "identityNote", legal_basis AS "legalBasis", reason,
              ready_at AS "readyAt", missing
         FROM data_package WHERE patient_id = ANY($1::uuid[]) ORDER BY id DESC`,
      [patientIds],
    );
    return [{ name: 'data-packages', title: { 'zh-CN': '个人信息副本申请', en: 'Copies asked for' }, rows }];
  }

  /** Also one that covers the person under another's id: it is of a merge that was taken back. */
  async erase(tx: EntityManager, patientIds: readonly string[]): Promise<ErasureOutcome[]> {
    const [rows, removed]: [{ fileIds: string[] }[], number] = await tx.query(
      `DELETE FROM data_package WHERE patient_id = ANY($1::uuid[]) OR covers && $1::uuid[]
       RETURNING array_remove(ARRAY[json_file_id, pdf_file_id], NULL) AS "fileIds"`,
      [patientIds],
    );
    for (const fileId of rows.flatMap(({ fileIds }) => fileIds)) await this.files.discard(tx, fileId);
    return [{ table: 'data_package', removed, emptied: 0, kept: 0 }];
  }
}
