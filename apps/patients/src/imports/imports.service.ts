import { PatientImportFinishedV1 } from '#contracts';
import { Outbox } from '#event-bus';
import {
  Clock,
  currentContext,
  Files,
  Jobs,
  ListReading,
  newId,
  Problem,
  stateChange,
  transact,
  type ArrivedFile,
  type ListQuery,
  type Page,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { finished, ImportJob } from './import.job.js';
import type { ImportTerms } from './imports.dto.js';
import { IMPORTS } from './imports.list.js';
import { ImportsMetrics } from './imports.metrics.js';
import { ImportsStore, type ImportRow } from './imports.store.js';

/** What people do with imports; the work itself is a job's. */
@Injectable()
export class Imports {
  constructor(
    private readonly source: DataSource,
    private readonly store: ImportsStore,
    private readonly files: Files,
    private readonly jobs: Jobs,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly metrics: ImportsMetrics,
  ) {}

  /** @throws Problem 400 for a time to come, before anything is uploaded */
  requireTerms({ asOf }: ImportTerms): void {
    if (asOf === undefined || new Date(asOf) <= this.clock.now()) return;
    throw Problem.invalid([{ field: 'asOf', code: 'in-the-future' }]);
  }

  /** The file is stored already: from here on it is worked, whatever dies. */
  async receive(file: ArrivedFile, terms: ImportTerms): Promise<ImportRow> {
    const id = newId();
    await transact(this.source, async (tx) => {
      const now = this.clock.now();
      const toldAt = terms.asOf ? new Date(terms.asOf) : ((await this.store.firstToldAt(tx, file.sha256)) ?? now);
      await this.files.keep(tx, file, `patient-import/${id}`);
      await this.store.add(tx, {
        ...{ id, fileId: file.id, fileName: file.name, mediaType: file.mediaType, fileSize: file.size },
        ...{ sha256: file.sha256, encoding: terms.encoding ?? null, issuer: terms.issuer ?? null, toldAt },
        ...{ requestedBy: currentContext()?.actor?.id ?? null, createdAt: now },
      });
      await this.jobs.enqueue(tx, ImportJob, { importId: id });
      stateChange('patient-import', id, null, { sha256: file.sha256, size: file.size, issuer: terms.issuer ?? null });
    });
    return this.read(id);
  }

  /** @throws Problem 404 */
  async read(id: string): Promise<ImportRow> {
    const row = await this.store.find(id);
    if (!row) throw Problem.notFound('patient-import', id);
    return row;
  }

  list(query: ListQuery): Promise<Page<ImportRow>> {
    return this.store.page(new ListReading(IMPORTS, query));
  }

  /** What is committed stays; the batch in hand is the last one. @throws Problem 404; 409 when it has ended */
  async cancel(id: string): Promise<ImportRow> {
    const { state } = await this.read(id);
    const ended = await transact(this.source, async (tx) => {
      const row = await this.store.end(tx, id, 'cancelled', null, this.clock.now());
      if (!row) throw Problem.conflict('import-ended');
      await this.outbox.append(tx, PatientImportFinishedV1, finished(row));
      stateChange('patient-import', id, { state }, { state: 'cancelled' });
      return row;
    });
    this.metrics.ended(ended);
    return ended;
  }
}
