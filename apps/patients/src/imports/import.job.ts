import { PatientImportFinishedV1 } from '#contracts';
import { Outbox } from '#event-bus';
import { Clock, Files, isUniqueViolation, Job, ServiceConfig, transact, type JobHandler, type JobRun } from '#platform';
import { Injectable } from '@nestjs/common';
import { IsUUID } from 'class-validator';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { DataSource, type EntityManager } from 'typeorm';
import type { SheetRow } from './csv-records.js';
import type { Mapping } from './import-columns.rules.js';
import { ImportFailure } from './import-failure.js';
import { readLine, type ImportLine } from './import-line.js';
import { ImportSheet } from './import-sheet.js';
import { ImportedPeople, type Taken } from './imported-people.js';
import { ImportsMetrics } from './imports.metrics.js';
import { XLSX } from './import.use.js';
import { ImportsStore, type Failure, type ImportRow } from './imports.store.js';
import { withTightHeap } from './tight-heap.js';
import { WorkbookSheet } from './workbook-sheet.js';

export class ImportPayload {
  @IsUUID() importId!: string;
}

/** Lines of one transaction: enough to share its cost, few enough to end within a second. */
const BATCH = 500;
/** Lines between which other work of the process has its turn. */
const TURN = 25;
const RETRIES = 20;
/** Of newcomers that two imports make at once, the second finds the first one's at its next look. */
const RACES = 3;

/** Somebody cancelled it, or another attempt has ended it. */
class ImportEnded extends Error {}

/** Takes a file into the records, batch by batch; an attempt that is cut off is gone on with behind its last batch. */
@Injectable()
@Job<ImportPayload>({
  name: 'patients.import',
  payload: ImportPayload,
  retries: RETRIES,
  retryDelaySeconds: 1,
  expireSeconds: 86_400,
  concurrency: 2,
})
export class ImportJob implements JobHandler<ImportPayload> {
  constructor(
    private readonly source: DataSource,
    private readonly store: ImportsStore,
    private readonly sheet: ImportSheet,
    private readonly workbook: WorkbookSheet,
    private readonly people: ImportedPeople,
    private readonly outbox: Outbox,
    private readonly files: Files,
    private readonly clock: Clock,
    private readonly config: ServiceConfig,
    private readonly metrics: ImportsMetrics,
  ) {}

  run({ importId }: ImportPayload, run: JobRun): Promise<void> {
    return withTightHeap(() => this.attempt(importId, run));
  }

  private async attempt(importId: string, run: JobRun): Promise<void> {
    try {
      await this.check(importId, run);
      await this.work(importId, run);
      await this.end(importId, run, 'done', null);
    } catch (error) {
      if (error instanceof ImportEnded) return;
      if (error instanceof ImportFailure) return this.end(importId, run, 'failed', error);
      if (run.attempt > RETRIES) await this.end(importId, run, 'failed', { code: 'import-broken', params: {} });
      throw error;
    }
  }

  /** Looks through the whole file first: a wrong header must not come to light when half of the lines are taken. */
  private async check(id: string, run: JobRun): Promise<void> {
    const row = await this.open(id);
    if (row.state === 'running') return;
    await this.inTransaction(run, (tx) => this.store.begin(tx, id, this.clock.now()));
    const fileId = row.fileId ?? '';
    const isWorkbook = row.mediaType === XLSX;
    const rows = isWorkbook ? await this.workbook.asText(fileId, row.fileSize, run.signal) : undefined;
    const found = await this.sheet.check(rows?.id ?? fileId, rows ? 'utf-8' : row.encoding, row.issuer !== null);
    await this.inTransaction(run, async (tx) => {
      if (rows) await this.files.keep(tx, rows, `patient-import/${id}`);
      return this.store.checked(tx, id, { ...found, rowsFileId: rows?.id ?? null }, this.clock.now());
    });
  }

  private async work(id: string, run: JobRun): Promise<void> {
    const row = await this.open(id);
    const { encoding, delimiter, issuer } = row;
    if (encoding === null || delimiter === null) throw new Error(`Import ${id} runs and was not checked`);
    const fileId = row.rowsFileId ?? row.fileId ?? '';
    let rows: SheetRow[] = [];
    let writing: Promise<void> = Promise.resolve();
    const write = async (mapping: Mapping, some: SheetRow[]) => {
      const lines = await this.read(some, { mapping, issuer, zone: this.config.hospitalZone });
      // The next batch is read while this one is written.
      await writing;
      writing = this.take(row, lines, run);
      writing.catch(() => undefined);
    };
    let last: Mapping = [];
    for await (const piece of this.sheet.lines(fileId, { encoding, delimiter }, issuer !== null, row.nextRow)) {
      rows.push(...piece.rows);
      last = piece.mapping;
      for (; rows.length >= BATCH; rows = rows.slice(BATCH)) await write(last, rows.slice(0, BATCH));
      run.signal.throwIfAborted();
    }
    if (rows.length > 0) await write(last, rows);
    await writing;
  }

  private async read(rows: SheetRow[], terms: Parameters<typeof readLine>[2]): Promise<ImportLine[]> {
    const lines: ImportLine[] = [];
    for (const { row, cells, fault } of rows) {
      if (lines.length % TURN === 0) await nextTurn();
      const line = readLine(row, cells, terms);
      lines.push(fault === undefined ? line : { ...line, faults: [{ column: null, code: fault }] });
    }
    return lines;
  }

  /** One batch: records, rejections, events and where to go on, all or nothing. */
  private async take(row: ImportRow, lines: ImportLine[], run: JobRun): Promise<void> {
    const nextRow = (lines.at(-1)?.row ?? 0) + 1;
    const taken = await this.racing(run, async (tx) => {
      if (!(await this.store.lockRunning(tx, row.id))) throw new ImportEnded();
      const batch = await this.people.take(tx, lines, row.toldAt);
      await this.store.reject(tx, row.id, batch.rejections);
      await this.outbox.appendAll(tx, batch.drafts);
      await this.store.advance(tx, row.id, nextRow, batch.counts, this.clock.now());
      return batch;
    });
    this.metrics.took(taken.counts);
  }

  private async racing(run: JobRun, work: (tx: EntityManager) => Promise<Taken>): Promise<Taken> {
    for (let race = 1; ; race += 1) {
      try {
        return await transact(this.source, async (tx) => {
          await run.hold(tx);
          return work(tx);
        });
      } catch (error) {
        if (race >= RACES || !isUniqueViolation(error)) throw error;
      }
    }
  }

  private async open(id: string): Promise<ImportRow> {
    const row = await this.store.find(id);
    if (!row || row.finishedAt !== null) throw new ImportEnded();
    return row;
  }

  private async inTransaction(run: JobRun, work: (tx: EntityManager) => Promise<boolean>): Promise<void> {
    await transact(this.source, async (tx) => {
      await run.hold(tx);
      if (!(await work(tx))) throw new ImportEnded();
    });
  }

  private async end(id: string, run: JobRun, state: 'done' | 'failed', failure: Failure | null): Promise<void> {
    const said = failure && { code: failure.code, params: failure.params };
    const ended = await transact(this.source, async (tx) => {
      await run.hold(tx);
      const row = await this.store.end(tx, id, state, said, this.clock.now());
      if (row) await this.outbox.append(tx, PatientImportFinishedV1, finished(row));
      return row;
    });
    if (ended) this.metrics.ended(ended);
  }
}

/** What the others are told of an import that has ended. */
export function finished(row: ImportRow): PatientImportFinishedV1 {
  const { id: importId, state, read, created, updated, unchanged, rejected } = row;
  return { importId, state: state as PatientImportFinishedV1['state'], read, created, updated, unchanged, rejected };
}
