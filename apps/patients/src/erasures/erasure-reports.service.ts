import type { ErasureReport } from '#contracts';
import { Clock, Erasures, Jobs } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ErasureOrders } from './erasure-orders.js';
import { PatientErasures } from './erasures.service.js';
import { ErasuresStore } from './erasures.store.js';
import { ForgetNumbersJob } from './forget-numbers.job.js';

/** Enters what a service reports. A report of an erasure that is not known here tells of a restored backup. */
@Injectable()
export class ErasureReports {
  constructor(
    private readonly store: ErasuresStore,
    private readonly orders: ErasureOrders,
    private readonly erasures: Erasures,
    private readonly requests: PatientErasures,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  async take(tx: EntityManager, service: string, { erasureId, state, stores, ...order }: ErasureReport): Promise<void> {
    const { patientId, patientIds } = order;
    // The last two, taken at once, would each see the other as waiting, and neither forget the record numbers.
    await this.store.find(tx, erasureId, true);
    if (!(await this.erasures.find(tx, erasureId))) {
      await this.again(tx, {
        ...{ id: erasureId, patientId, patientIds, erasedAt: new Date(order.erasedAt) },
        keepUntil: order.keepUntil === undefined ? null : new Date(order.keepUntil),
      });
    }
    await this.store.report(tx, erasureId, { service, state, stores, reportedAt: this.clock.now() });
    await this.store.forgetNumbers(tx, erasureId);
    if (await this.store.stillHasNumbers(tx, erasureId)) await this.jobs.enqueue(tx, ForgetNumbersJob, { erasureId });
  }

  /**
   * Carries out once more what was erased after the backup was taken: nobody comes back by a restore. Replicas that
   * replay, and reports of several services, come at the same moment: the record numbers are there for the first only.
   */
  async again(tx: EntityManager, given: Parameters<ErasureOrders['order']>[1]): Promise<void> {
    // Locks the request: whoever comes second waits here, and then finds the order given.
    await this.store.remember(tx, given.id, given.patientId, given.erasedAt, given.keepUntil);
    if (await this.erasures.isOrdered(tx, given.id)) return;
    await this.requests.carryOut(tx, await this.orders.order(tx, given));
  }
}
