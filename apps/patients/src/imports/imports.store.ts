import { bindTo, type ListReading, type Page } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Delimiter } from './csv-records.js';
import type { Column } from './import-columns.rules.js';
import type { LineFault } from './import-line.js';
import type { Encoding } from './text-encoding.js';

export const IMPORT_STATES = ['received', 'checking', 'running', 'done', 'failed', 'cancelled'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** Why an import as a whole came to nothing; the code has a text. */
export interface Failure {
  code: string;
  params: Record<string, string | number | (string | number)[]>;
}

export interface Counts {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
}

export interface ImportRow extends Counts {
  id: string;
  state: ImportState;
  fileId: string | null;
  rowsFileId: string | null;
  fileName: string;
  mediaType: string;
  fileSize: number;
  sha256: string;
  encoding: Encoding | null;
  delimiter: Delimiter | null;
  issuer: string | null;
  toldAt: Date;
  requestedBy: string | null;
  /** Lines below the header; null until they are counted. */
  total: number | null;
  /** The first row that is not worked yet. */
  nextRow: number;
  failure: Failure | null;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  updatedAt: Date;
}

/** A line that was not taken. */
export interface Rejection {
  row: number;
  faults: LineFault[];
}

export interface RejectedCell {
  row: number;
  position: number;
  column: Column | null;
  code: string;
  params: LineFault['params'] | null;
}

const COLUMNS = `id, state, file_id AS "fileId", rows_file_id AS "rowsFileId", file_name AS "fileName",
  media_type AS "mediaType", file_size::float8 AS "fileSize", sha256, encoding, delimiter, issuer, told_at AS "toldAt",
  requested_by AS "requestedBy", lines_total AS total, next_row AS "nextRow", lines_read AS read,
  lines_created AS created, lines_updated AS updated, lines_unchanged AS unchanged, lines_rejected AS rejected,
  failure, created_at AS "createdAt", started_at AS "startedAt", finished_at AS "finishedAt",
  updated_at AS "updatedAt"`;

const OPEN = `state IN ('received', 'checking', 'running')`;

/** The tables of imports. */
@Injectable()
export class ImportsStore {
  constructor(private readonly source: DataSource) {}

  async find(id: string): Promise<ImportRow | undefined> {
    const rows: ImportRow[] = await this.source.query(`SELECT ${COLUMNS} FROM patient_import WHERE id = $1`, [id]);
    return rows[0];
  }

  /** The newest first. */
  async page(reading: ListReading): Promise<Page<ImportRow>> {
    const values: unknown[] = [];
    const rows: (ImportRow & { position: string[] })[] = await this.source.query(
      `SELECT ${COLUMNS}, ${reading.positionSql} AS position FROM patient_import
        WHERE ${['true', ...reading.conditions(bindTo(values))].join(' AND ')}
        ORDER BY ${reading.orderBy} LIMIT ${reading.rowLimit}`,
      values,
    );
    return reading.page(
      rows,
      rows.map(({ position }) => position),
    );
  }

  /** When a file with this content was first taken to be true. */
  async firstToldAt(tx: EntityManager, sha256: string): Promise<Date | undefined> {
    const rows: { toldAt: Date }[] = await tx.query(
      'SELECT told_at AS "toldAt" FROM patient_import WHERE sha256 = $1 ORDER BY told_at LIMIT 1',
      [sha256],
    );
    return rows[0]?.toldAt;
  }

  async add(
    tx: EntityManager,
    row: Pick<ImportRow, 'id' | 'fileId' | 'fileName' | 'mediaType' | 'fileSize' | 'sha256' | 'encoding' | 'issuer'> &
      Pick<ImportRow, 'toldAt' | 'requestedBy' | 'createdAt'>,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO patient_import (id, state, file_id, file_name, media_type, file_size, sha256, encoding, issuer,
         told_at, requested_by, next_row, lines_read, lines_created, lines_updated, lines_unchanged, lines_rejected,
         created_at, updated_at)
       VALUES ($1, 'received', $2, $3, $4, $5, $6, $7, $8, $9, $10, 2, 0, 0, 0, 0, 0, $11, $11)`,
      [row.id, row.fileId, row.fileName, row.mediaType, row.fileSize, row.sha256, row.encoding, row.issuer].concat([
        row.toldAt as never,
        row.requestedBy,
        row.createdAt as never,
      ]),
    );
  }

  /** @returns false when it is no longer open: somebody cancelled it */
  begin(tx: EntityManager, id: string, now: Date): Promise<boolean> {
    return changed(
      tx,
      `UPDATE patient_import SET state = 'checking', started_at = coalesce(started_at, $2), updated_at = $2
        WHERE id = $1 AND ${OPEN}`,
      [id, now],
    );
  }

  checked(
    tx: EntityManager,
    id: string,
    found: { encoding: Encoding; delimiter: Delimiter; total: number; rowsFileId: string | null },
    now: Date,
  ): Promise<boolean> {
    return changed(
      tx,
      `UPDATE patient_import SET state = 'running', encoding = $3, delimiter = $4, lines_total = $5, rows_file_id = $6,
         updated_at = $2 WHERE id = $1 AND state = 'checking'`,
      [id, now, found.encoding, found.delimiter, found.total, found.rowsFileId],
    );
  }

  /** Locks a running import until the batch is committed. @returns undefined when it does not run any more */
  async lockRunning(tx: EntityManager, id: string): Promise<{ nextRow: number } | undefined> {
    const rows: { nextRow: number }[] = await tx.query(
      `SELECT next_row AS "nextRow" FROM patient_import WHERE id = $1 AND state = 'running' FOR UPDATE`,
      [id],
    );
    return rows[0];
  }

  async advance(tx: EntityManager, id: string, nextRow: number, counts: Counts, now: Date): Promise<void> {
    const { read, created, updated, unchanged, rejected } = counts;
    await tx.query(
      `UPDATE patient_import SET next_row = $2, lines_read = lines_read + $3, lines_created = lines_created + $4,
         lines_updated = lines_updated + $5, lines_unchanged = lines_unchanged + $6,
         lines_rejected = lines_rejected + $7, updated_at = $8 WHERE id = $1`,
      [id, nextRow, read, created, updated, unchanged, rejected, now],
    );
  }

  async reject(tx: EntityManager, id: string, rejections: Rejection[]): Promise<void> {
    if (rejections.length === 0) return;
    const rows = rejections.flatMap(({ row, faults }) =>
      faults.map(({ column, code, params }, position) => ({
        import_id: id,
        row_number: row,
        position,
        column_name: column,
        code,
        params: params ?? null,
      })),
    );
    await tx.query(
      `INSERT INTO patient_import_rejection
       SELECT * FROM json_populate_recordset(NULL::patient_import_rejection, $1::json)`,
      [JSON.stringify(rows)],
    );
  }

  /** In the order of the file, behind a position. */
  rejections(id: string, after: { row: number; position: number }, limit: number): Promise<RejectedCell[]> {
    return this.source.query(
      `SELECT row_number AS row, position, column_name AS "column", code, params FROM patient_import_rejection
        WHERE import_id = $1 AND (row_number, position) > ($2, $3) ORDER BY row_number, position LIMIT $4`,
      [id, after.row, after.position, limit],
    );
  }

  /** Ends it for good. @returns the row as it is then; undefined when it had ended before */
  async end(
    tx: EntityManager,
    id: string,
    state: 'done' | 'failed' | 'cancelled',
    failure: Failure | null,
    now: Date,
  ): Promise<ImportRow | undefined> {
    const [rows]: [ImportRow[], number] = await tx.query(
      `UPDATE patient_import SET state = $2, failure = $3, finished_at = $4, updated_at = $4
        WHERE id = $1 AND ${OPEN} RETURNING ${COLUMNS}`,
      [id, state, failure === null ? null : JSON.stringify(failure), now],
    );
    return rows[0];
  }
}

async function changed(tx: EntityManager, text: string, values: unknown[]): Promise<boolean> {
  const [, count]: [unknown, number] = await tx.query(text, values);
  return count === 1;
}
