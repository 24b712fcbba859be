import { bindTo, type Language, type ListReading, type Page } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ExportFormat, ExportState } from './export-vocabulary.js';
import type { ExportCriteria } from './exports.dto.js';

export interface ExportRow {
  id: string;
  state: ExportState;
  format: ExportFormat;
  language: Language;
  /** Whether who asked for it may see personal data in full. */
  unmasked: boolean;
  /** Forgotten when the export has ended: it may hold a name or number. */
  criteria: ExportCriteria | null;
  lines: number;
  fileId: string | null;
  failure: string | null;
  requestedBy: string | null;
  createdAt: Date;
  finishedAt: Date | null;
}

export interface ExportEnd {
  state: 'done' | 'failed' | 'cancelled';
  /** Null: as many as were told last. */
  lines: number | null;
  fileId: string | null;
  failure: string | null;
}

const COLUMNS = `id, state, format, language, unmasked, criteria, lines_written AS lines, file_id AS "fileId", failure,
  requested_by AS "requestedBy", created_at AS "createdAt", finished_at AS "finishedAt"`;

/** The table of exports. */
@Injectable()
export class ExportsStore {
  constructor(private readonly source: DataSource) {}

  async find(id: string): Promise<ExportRow | undefined> {
    const rows: ExportRow[] = await this.source.query(`SELECT ${COLUMNS} FROM patient_export WHERE id = $1`, [id]);
    return rows[0];
  }

  async page(reading: ListReading): Promise<Page<ExportRow>> {
    const values: unknown[] = [];
    const rows: (ExportRow & { position: string[] })[] = await this.source.query(
      `SELECT ${COLUMNS}, ${reading.positionSql} AS position FROM patient_export
        WHERE ${['true', ...reading.conditions(bindTo(values))].join(' AND ')}
        ORDER BY ${reading.orderBy} LIMIT ${reading.rowLimit}`,
      values,
    );
    return reading.page(
      rows,
      rows.map(({ position }) => position),
    );
  }

  async add(
    tx: EntityManager,
    row: Pick<ExportRow, 'id' | 'format' | 'language' | 'unmasked' | 'criteria' | 'requestedBy' | 'createdAt'>,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO patient_export (id, state, format, language, unmasked, criteria, lines_written, requested_by, created_at)
       VALUES ($1, 'received', $2, $3, $4, $5, 0, $6, $7)`,
      [row.id, row.format, row.language, row.unmasked, JSON.stringify(row.criteria), row.requestedBy, row.createdAt],
    );
  }

  /** @returns false when it has ended: somebody cancelled it */
  async wrote(id: string, lines: number): Promise<boolean> {
    const [, count]: [unknown, number] = await this.source.query(
      `UPDATE patient_export SET state = 'running', lines_written = $2 WHERE id = $1 AND finished_at IS NULL`,
      [id, lines],
    );
    return count === 1;
  }

  /** Ends it for good. @returns the row as it is then; undefined when it had ended before */
  async end(tx: EntityManager, id: string, end: ExportEnd, now: Date): Promise<ExportRow | undefined> {
    const [rows]: [ExportRow[], number] = await tx.query(
      `UPDATE patient_export SET state = $2, lines_written = coalesce($3, lines_written), file_id = $4, failure = $5,
         criteria = NULL, finished_at = $6 WHERE id = $1 AND finished_at IS NULL RETURNING ${COLUMNS}`,
      [id, end.state, end.lines, end.fileId, end.failure, now],
    );
    return rows[0];
  }
}
