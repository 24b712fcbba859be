import { contractFor, type ErasureReport } from '#contracts';
import {
  Erasures,
  isDatabaseAway,
  Job,
  JobLostError,
  transact,
  type AppliedErasure,
  type JobHandler,
  type JobRun,
  type NoPayload,
} from '#platform';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource, type EntityManager } from 'typeorm';
import { Outbox } from '../outbox/outbox.js';
import { SERVICE_NAME } from '../service-name.js';

/** What waits is mostly an event that the relay publishes within a moment. */
const PAUSE_MS = 100;
const ROUNDS = 100;
/** So many failures in a row are told; the attempts go on. */
const TOLD_AFTER = 3;

/**
 * Applies what was ordered, each erasure in one transaction with the report of it: cut off anywhere it begins again and
 * finds the rest. What has to wait is come back to for some seconds, then every quarter of an hour. Each order has a job
 * of its own: one that counted on the job already there could come when that one has looked for the last time.
 */
@Injectable()
@Job<NoPayload>({ name: 'platform.erasures', schedule: () => '*/15 * * * *' })
export class ErasureJob implements JobHandler<NoPayload> {
  private readonly logger = new Logger(ErasureJob.name);

  constructor(
    private readonly source: DataSource,
    private readonly erasures: Erasures,
    private readonly outbox: Outbox,
    @Inject(SERVICE_NAME) private readonly service: string,
  ) {}

  async run(_payload: NoPayload, run: JobRun): Promise<Record<string, unknown>> {
    let applied = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const waiting = await this.erasures.waiting(this.source.manager);
      if (waiting.length === 0) return { applied, waiting: 0 };
      for (const id of waiting) if (await this.applyOnce(id, run)) applied += 1;
      await pause(PAUSE_MS, undefined, { signal: run.signal });
    }
    return { applied, waiting: (await this.erasures.waiting(this.source.manager)).length };
  }

  private async applyOnce(id: string, run: JobRun): Promise<boolean> {
    try {
      return await transact(this.source, async (tx) => {
        await run.hold(tx);
        const erasure = await this.erasures.apply(tx, id);
        if (erasure?.state !== 'applied') return false;
        await this.report(tx, erasure, 'applied');
        return true;
      });
    } catch (error) {
      if (run.signal.aborted || error instanceof JobLostError || isDatabaseAway(error)) throw error;
      this.logger.error({ err: error, erasure: id }, 'An erasure failed and is tried again');
      await transact(this.source, async (tx) => {
        const failed = await this.erasures.failed(tx, id);
        if (failed?.attempts === TOLD_AFTER) await this.report(tx, failed, 'failed');
      });
      return false;
    }
  }

  /** Patients, which gave the order, reads its own table. */
  private async report(tx: EntityManager, erasure: AppliedErasure, state: ErasureReport['state']): Promise<void> {
    const contract = contractFor(`${this.service}.erasure.reported.v1`);
    if (!contract) return;
    const { id: erasureId, patientId, patientIds, erasedAt, keepUntil, outcomes } = erasure;
    const data: ErasureReport = {
      ...{ erasureId, patientId, patientIds, state, stores: outcomes },
      erasedAt: erasedAt.toISOString(),
      ...(keepUntil ? { keepUntil: keepUntil.toISOString() } : {}),
    };
    await this.outbox.append(tx, contract.type, data);
  }
}
