import { PatientImportFinishedV1 } from '#contracts';
import { Outbox } from '#event-bus';
import { hasJobSql, LostWork, type DueRow } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { finished, ImportJob } from './import.job.js';
import { ImportsMetrics } from './imports.metrics.js';
import { ImportsStore } from './imports.store.js';

/** What was taken before stays. */
@Injectable()
export class LostImports extends LostWork {
  readonly name = 'patients.import.lost';

  constructor(
    private readonly store: ImportsStore,
    private readonly outbox: Outbox,
    private readonly metrics: ImportsMetrics,
  ) {
    super('patient_import', hasJobSql(ImportJob, 'importId', 'work.id::text'));
  }

  async handle(tx: EntityManager, { id }: DueRow, now: Date): Promise<void> {
    const row = await this.store.end(tx, id, 'failed', { code: 'import-broken', params: {} }, now);
    if (!row) return;
    await this.outbox.append(tx, PatientImportFinishedV1, finished(row));
    this.metrics.ended(row);
  }
}
