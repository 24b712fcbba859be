import { PatientExportFinishedV1 } from '#contracts';
import { Outbox } from '#event-bus';
import {
  Clock,
  currentContext,
  Files,
  Jobs,
  ListReading,
  Masking,
  newId,
  Problem,
  stateChange,
  transact,
  type EventStream,
  type Language,
  type ListQuery,
  type Page,
  type SignedLink,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { requireSearchable } from '../people/people.queries.js';
import { PATIENTS } from '../people/people.list.js';
import { followed } from '../progress/followed.js';
import { presentExport } from './export.presenter.js';
import { ExportJob, finished } from './export.job.js';
import type { ExportCriteria, NewExport } from './exports.dto.js';
import { EXPORTS } from './exports.list.js';
import { ExportsMetrics } from './exports.metrics.js';
import { ExportsStore, type ExportRow } from './exports.store.js';

/** What people do with exports; the work itself is a job's. */
@Injectable()
export class Exports {
  constructor(
    private readonly source: DataSource,
    private readonly store: ExportsStore,
    private readonly masking: Masking,
    private readonly files: Files,
    private readonly jobs: Jobs,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly metrics: ExportsMetrics,
  ) {}

  /** What the caller may see is decided now, and holds for the file. @throws Problem 400, 403 as the list of patients */
  async order({ format, ...asked }: NewExport, language: Language): Promise<ExportRow> {
    const criteria = statedOf(asked);
    const id = newId();
    const unmasked = this.masking.seesAll();
    if (criteria.issuer !== undefined && criteria.mrn === undefined) {
      throw Problem.invalid([{ field: 'issuer', code: 'issuer-without-mrn' }]);
    }
    // As in the list: who may not see a name or number may not find people by it either.
    if (!unmasked && [criteria.q, criteria.phone, criteria.nationalId].some((given) => given !== undefined)) {
      throw needsUnmasked();
    }
    if (criteria.q !== undefined) requireSearchable(criteria.q);
    if (criteria.filter !== undefined) new ListReading(PATIENTS, { filter: criteria.filter, limit: 1 });
    await transact(this.source, async (tx) => {
      const requestedBy = currentContext()?.actor?.id ?? null;
      await this.store.add(tx, { id, format, language, unmasked, criteria, requestedBy, createdAt: this.clock.now() });
      await this.jobs.enqueue(tx, ExportJob, { exportId: id });
      stateChange('patient-export', id, null, { format, unmasked, narrowed: Object.keys(criteria) });
    });
    return this.read(id);
  }

  /** @throws Problem 404 */
  async read(id: string): Promise<ExportRow> {
    const row = await this.store.find(id);
    if (!row) throw Problem.notFound('patient-export', id);
    return row;
  }

  /** Tells who watches an export how far it is. */
  follow(id: string, stream: EventStream): Promise<void> {
    return followed(
      stream,
      () => this.store.find(id),
      ({ state, lines }) => [state, lines],
      presentExport,
    );
  }

  /** What is written so far is thrown away. @throws Problem 404; 409 when it has ended */
  async cancel(id: string): Promise<ExportRow> {
    const { state } = await this.read(id);
    const ended = await transact(this.source, async (tx) => {
      const end = { state: 'cancelled' as const, lines: null, fileId: null, failure: null };
      const row = await this.store.end(tx, id, end, this.clock.now());
      if (!row) throw Problem.conflict('export-ended');
      await this.outbox.append(tx, PatientExportFinishedV1, finished(row));
      stateChange('patient-export', id, { state }, { state: 'cancelled' });
      return row;
    });
    this.metrics.ended(ended);
    return ended;
  }

  list(query: ListQuery): Promise<Page<ExportRow>> {
    return this.store.page(new ListReading(EXPORTS, query));
  }

  /** @throws Problem 403 when it shows more than the caller may see; 404; 409 while there is no file */
  async link(id: string): Promise<SignedLink> {
    const { fileId, unmasked } = await this.read(id);
    if (unmasked && !this.masking.seesAll()) throw needsUnmasked();
    if (fileId === null) throw Problem.conflict('export-without-file');
    const work = currentContext();
    if (work && unmasked) work.unmasked = true;
    return this.files.linkTo(await this.files.servable(fileId));
  }
}

function needsUnmasked(): Problem {
  const right = 'personal.unmasked';
  return new Problem(403, 'right-required', { right }, { right });
}

/** In a body null says as much as nothing; the list of patients, asked by query, knows no null. */
function statedOf(asked: ExportCriteria): ExportCriteria {
  return Object.fromEntries(Object.entries(asked).filter(([, said]) => said !== null && said !== undefined));
}
