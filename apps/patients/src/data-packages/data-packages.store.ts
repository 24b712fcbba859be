import { bindTo, Problem, type ListReading, type Page } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Asker, IdentityCheck, PackageState } from './data-package-vocabulary.js';

export interface DataPackageRow {
  id: string;
  patientId: string;
  /** Ids of all records whose data is in it; none before it is ready. */
  covers: string[];
  state: PackageState;
  askedBy: Asker;
  askedByName: string | null;
  identityCheck: IdentityCheck;
  identityNote: string | null;
  legalBasis: string;
  reason: string | null;
  requestedBy: string | null;
  requestedAt: Date;
  dueOn: string;
  givesUpAt: Date;
  attempts: number;
  missing: string[];
  jsonFileId: string | null;
  pdfFileId: string | null;
  readyAt: Date | null;
  expiresAt: Date | null;
  endedAt: Date | null;
}

export type Asked = Pick<
  DataPackageRow,
  'askedBy' | 'askedByName' | 'identityCheck' | 'identityNote' | 'legalBasis' | 'reason' | 'requestedBy'
> &
  Pick<DataPackageRow, 'id' | 'patientId' | 'requestedAt' | 'dueOn' | 'givesUpAt'> & { tryAt: Date };

export interface Made {
  covers: string[];
  missing: string[];
  jsonFileId: string;
  pdfFileId: string;
  readyAt: Date;
  expiresAt: Date;
}

const COLUMNS = `id, patient_id AS "patientId", covers, state, asked_by AS "askedBy", asked_by_name AS "askedByName",
  identity_check AS "identityCheck", identity_note AS "identityNote", legal_basis AS "legalBasis", reason,
  requested_by AS "requestedBy", requested_at AS "requestedAt", due_on::text AS "dueOn", give_up_at AS "givesUpAt",
  attempts, missing, json_file_id AS "jsonFileId", pdf_file_id AS "pdfFileId", ready_at AS "readyAt",
  expires_at AS "expiresAt", ended_at AS "endedAt"`;

/** The table of packages. */
@Injectable()
export class DataPackagesStore {
  constructor(private readonly source: DataSource) {}

  async find(id: string): Promise<DataPackageRow | undefined> {
    const rows: DataPackageRow[] = await this.source.query(`SELECT ${COLUMNS} FROM data_package WHERE id = $1`, [id]);
    return rows[0];
  }

  /** @throws Problem 404 */
  async lock(tx: EntityManager, id: string): Promise<DataPackageRow> {
    const rows: DataPackageRow[] = await tx.query(`SELECT ${COLUMNS} FROM data_package WHERE id = $1 FOR UPDATE`, [id]);
    if (!rows[0]) throw Problem.notFound('data-package', id);
    return rows[0];
  }

  async page(reading: ListReading, patientIds: string[]): Promise<Page<DataPackageRow>> {
    const values: unknown[] = [patientIds];
    const rows: (DataPackageRow & { position: string[] })[] = await this.source.query(
      `SELECT ${COLUMNS}, ${reading.positionSql} AS position FROM data_package
        WHERE ${['patient_id = ANY($1::uuid[])', ...reading.conditions(bindTo(values))].join(' AND ')}
        ORDER BY ${reading.orderBy} LIMIT ${reading.rowLimit}`,
      values,
    );
    return reading.page(
      rows.map(({ position: _position, ...row }) => row),
      rows.map(({ position }) => position),
    );
  }

  async add(tx: EntityManager, asked: Asked): Promise<void> {
    await tx.query(
      `INSERT INTO data_package (id, patient_id, state, asked_by, asked_by_name, identity_check, identity_note,
         legal_basis, reason, requested_by, requested_at, due_on, give_up_at, try_at)
       VALUES ($1, $2, 'waiting', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        ...[asked.id, asked.patientId, asked.askedBy, asked.askedByName, asked.identityCheck, asked.identityNote],
        ...[asked.legalBasis, asked.reason, asked.requestedBy, asked.requestedAt, asked.dueOn],
        ...[asked.givesUpAt, asked.tryAt],
      ],
    );
  }

  async wait(tx: EntityManager, id: string, missing: string[], tryAt: Date): Promise<void> {
    await tx.query('UPDATE data_package SET attempts = attempts + 1, missing = $2, try_at = $3 WHERE id = $1', [
      id,
      missing,
      tryAt,
    ]);
  }

  async made(tx: EntityManager, id: string, made: Made): Promise<void> {
    await tx.query(
      `UPDATE data_package SET state = 'ready', attempts = attempts + 1, try_at = NULL, covers = $2, missing = $3,
         json_file_id = $4, pdf_file_id = $5, ready_at = $6, expires_at = $7 WHERE id = $1`,
      [id, made.covers, made.missing, made.jsonFileId, made.pdfFileId, made.readyAt, made.expiresAt],
    );
  }

  /** Of one that is ready or still waits. */
  async withdraw(tx: EntityManager, id: string, by: string | null, now: Date): Promise<void> {
    await tx.query(
      `UPDATE data_package SET state = 'withdrawn', try_at = NULL, json_file_id = NULL, pdf_file_id = NULL,
         ended_at = $2, ended_by = $3 WHERE id = $1`,
      [id, now, by],
    );
  }
}
