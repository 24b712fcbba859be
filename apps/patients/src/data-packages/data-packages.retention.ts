import { Files, Retention, type KeptTable, type RetentionRule, type RetentionSource } from '#platform';
import type { EntityManager } from 'typeorm';
import { PatientsConfig } from '../patients.config.js';

@Retention()
export class DataPackagesRetention implements RetentionSource {
  constructor(
    private readonly config: PatientsConfig,
    private readonly files: Files,
  ) {}

  rules(): RetentionRule[] {
    return [
      {
        name: 'files of data packages',
        table: 'data_package',
        days: this.config.dataPackageDays,
        setting: 'DATA_PACKAGE_DAYS',
        reason: 'whoever asked for one has fetched it',
        age: 'ready_at',
        condition: "state = 'ready'",
        remove: (tx, before, limit) => discardPackageFiles(tx, this.files, before, limit),
      },
      {
        name: 'data packages',
        table: 'data_package',
        days: Math.max(this.config.dataPackageRetentionDays, this.config.dataPackageDays + 1),
        setting: 'DATA_PACKAGE_RETENTION_DAYS',
        reason: 'proof that a person who asked was answered',
        age: 'requested_at',
        condition: "state IN ('expired', 'withdrawn')",
      },
    ];
  }

  kept(): KeptTable[] {
    return [];
  }
}

/** Gives up the files of packages that were ready before this. @returns how many packages had some */
async function discardPackageFiles(tx: EntityManager, files: Files, before: Date, limit: number): Promise<number> {
  const [rows]: [{ fileIds: string[] }[], number] = await tx.query(
    `WITH old AS (
       SELECT id, ARRAY[json_file_id, pdf_file_id] AS file_ids FROM data_package
        WHERE state = 'ready' AND ready_at < $1 ORDER BY ready_at LIMIT $2 FOR UPDATE SKIP LOCKED)
     UPDATE data_package p
        SET state = 'expired', json_file_id = NULL, pdf_file_id = NULL, ended_at = p.expires_at
       FROM old WHERE p.id = old.id RETURNING old.file_ids AS "fileIds"`,
    [before, limit],
  );
  for (const fileId of rows.flatMap(({ fileIds }) => fileIds)) await files.discard(tx, fileId);
  return rows.length;
}
