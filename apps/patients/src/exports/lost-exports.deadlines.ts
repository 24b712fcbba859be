import { PatientExportFinishedV1 } from '#contracts';
import { Outbox } from '#event-bus';
import { hasJobSql, LostWork, type DueRow } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ExportJob, finished } from './export.job.js';
import { ExportsMetrics } from './exports.metrics.js';
import { ExportsStore } from './exports.store.js';

@Injectable()
export class LostExports extends LostWork {
  readonly name = 'patients.export.lost';

  constructor(
    private readonly store: ExportsStore,
    private readonly outbox: Outbox,
    private readonly metrics: ExportsMetrics,
  ) {
    super('patient_export', hasJobSql(ExportJob, 'exportId', 'work.id::text'));
  }

  async handle(tx: EntityManager, { id }: DueRow, now: Date): Promise<void> {
    const end = { state: 'failed' as const, lines: null, fileId: null, failure: 'export-broken' };
    const row = await this.store.end(tx, id, end, now);
    if (!row) return;
    await this.outbox.append(tx, PatientExportFinishedV1, finished(row));
    this.metrics.ended(row);
  }
}
