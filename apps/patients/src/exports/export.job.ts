import { PatientExportFinishedV1 } from '#contracts';
import { Outbox } from '#event-bus';
import {
  Clock,
  currentContext,
  FileDrafts,
  Files,
  harmless,
  Job,
  Masking,
  transact,
  type ArrivedFile,
  type JobHandler,
  type JobRun,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { IsUUID } from 'class-validator';
import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { CSV, XLSX } from '../imports/import.use.js';
import { Patient } from '../people/patient.dto.js';
import { PeopleQueries } from '../people/people.queries.js';
import { workbookFile } from '../workbooks/workbook-file.js';
import { exportCells, exportTitles } from './export-cells.js';
import { csvFile } from './csv-file.js';
import { ExportsMetrics } from './exports.metrics.js';
import { ExportsStore, type ExportRow } from './exports.store.js';

export class ExportPayload {
  @IsUUID() exportId!: string;
}

export const PATIENT_EXPORT = { name: 'patient-export', mediaTypes: [CSV, XLSX], maxBytes: 2_147_483_648 } as const;

const PAGE = 1_000;
const RETRIES = 5;
/** The rows of a sheet but the one with the titles. */
const SHEET_LINES = 1_048_575;

class TooManyLines extends Error {}
/** Somebody cancelled it. */
class ExportEnded extends Error {}

/** Writes the patients that were asked for into a file, page by page; an attempt that is cut off begins anew. */
@Injectable()
@Job<ExportPayload>({ name: 'patients.export', payload: ExportPayload, retries: RETRIES, expireSeconds: 86_400 })
export class ExportJob implements JobHandler<ExportPayload> {
  constructor(
    private readonly source: DataSource,
    private readonly store: ExportsStore,
    private readonly queries: PeopleQueries,
    private readonly masking: Masking,
    private readonly drafts: FileDrafts,
    private readonly files: Files,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly metrics: ExportsMetrics,
  ) {}

  async run({ exportId }: ExportPayload, run: JobRun): Promise<void> {
    const row = await this.store.find(exportId);
    if (!row || row.finishedAt) return;
    // The filter may name fields that only some see: it was checked when it was given.
    const work = currentContext();
    if (work) work.seesPersonal = row.unmasked;
    const written = { lines: 0 };
    try {
      const file = await this.write(row, written, run.signal);
      await this.end(row, run, written.lines, file, null);
    } catch (error) {
      if (error instanceof ExportEnded) return;
      const isTooMuch = error instanceof TooManyLines;
      if (!isTooMuch && run.attempt <= RETRIES) throw error;
      await this.end(row, run, written.lines, null, isTooMuch ? 'export-too-many-lines' : 'export-broken');
    }
  }

  private write(row: ExportRow, written: { lines: number }, signal: AbortSignal): Promise<ArrivedFile> {
    const titles = exportTitles(row.language, row.unmasked);
    const rows = this.rows(row, written, signal);
    const isWorkbook = row.format === 'xlsx';
    const content = isWorkbook ? workbookFile('患者 patients', titles, rows) : Readable.from(csvFile(titles, rows));
    const day = row.createdAt.toISOString().slice(0, 10);
    const file = { name: `patients-${day}.${row.format}`, mediaType: isWorkbook ? XLSX : CSV };
    return this.drafts.make(PATIENT_EXPORT, file, content as AsyncIterable<Buffer>);
  }

  private async *rows(
    row: ExportRow,
    written: { lines: number },
    signal: AbortSignal,
  ): AsyncGenerator<string[][], void> {
    let cursor: string | undefined;
    do {
      signal.throwIfAborted();
      const page = await this.queries.search({ ...row.criteria, limit: PAGE, ...(cursor ? { cursor } : {}) });
      written.lines += page.items.length;
      if (row.format === 'xlsx' && written.lines > SHEET_LINES) throw new TooManyLines();
      const cells = page.items.map((patient) => exportCells(this.shown(patient, row.unmasked), row.language));
      yield cells.map((line) => line.map(harmless));
      if (!(await this.store.wrote(row.id, written.lines))) throw new ExportEnded();
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }

  /** Nobody calls here, so masking shows what anybody may see. */
  private shown(patient: Patient, unmasked: boolean): Patient {
    return unmasked ? patient : this.masking.answer(Patient, patient);
  }

  private async end(
    { id }: ExportRow,
    run: JobRun,
    lines: number,
    file: ArrivedFile | null,
    failure: string | null,
  ): Promise<void> {
    const state = failure === null ? 'done' : 'failed';
    const ended = await transact(this.source, async (tx) => {
      await run.hold(tx);
      const row = await this.store.end(tx, id, { state, lines, fileId: file?.id ?? null, failure }, this.clock.now());
      if (!row) return undefined;
      if (file) await this.files.keep(tx, file, `patient-export/${id}`);
      await this.outbox.append(tx, PatientExportFinishedV1, finished(row));
      return row;
    });
    if (ended) this.metrics.ended(ended);
    // Cancelled in the last moment: nobody is to have the file.
    else if (file) await this.drafts.abandon(file.id);
  }
}

/** What the others are told of an export that has ended. */
export function finished({ id: exportId, state, format, unmasked, lines }: ExportRow): PatientExportFinishedV1 {
  return { exportId, state: state as PatientExportFinishedV1['state'], format, unmasked, lines };
}
