import { PersonErasedV1 } from '#contracts';
import { ErasureJob, Outbox } from '#event-bus';
import {
  Clock,
  currentContext,
  Erasures,
  Jobs,
  ListReading,
  newId,
  Problem,
  ServiceConfig,
  stateChange,
  stateReason,
  transact,
  type ListQuery,
  type Page,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { DataSource, type EntityManager } from 'typeorm';
import { ErasureOrders, type PreparedErasure } from './erasure-orders.js';
import { ERASING_SERVICES } from './erasing-services.js';
import { ErasuresStore, type ErasureRequestRow, type ReportRow } from './erasures.store.js';
import type { DeclineErasure, NewErasure } from './erasures.dto.js';
import { ERASURES } from './erasures.list.js';

/** Erases a person on request, when a second person of the hospital has confirmed it (PT-9, PIPL Art. 47). */
@Injectable()
export class PatientErasures {
  constructor(
    private readonly source: DataSource,
    private readonly store: ErasuresStore,
    private readonly orders: ErasureOrders,
    private readonly erasures: Erasures,
    private readonly outbox: Outbox,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly config: ServiceConfig,
  ) {}

  /** @throws Problem 404; 409 while the person is treated, or when one is open already */
  request(patientId: string, { askedBy, identityCheck, reason }: NewErasure): Promise<ErasureRequestRow> {
    return transact(this.source, async (tx) => {
      const { order } = await this.orders.prepare(tx, newId(), patientId);
      const row = {
        ...{ id: order.id, patientId: order.patientId, askedBy, identityCheck, reason },
        requestedBy: currentContext()?.actor?.id ?? null,
        requestedAt: order.erasedAt,
      };
      if (!(await this.store.add(tx, row))) throw Problem.conflict('erasure-requested');
      stateChange('erasure', row.id, null, { patientId: row.patientId, askedBy, identityCheck });
      stateReason(reason);
      return this.found(tx, row.id);
    });
  }

  /** Erases here and now, and tells the others. @throws Problem 403 for who asked; 404; 409 */
  confirm(id: string): Promise<ErasureRequestRow> {
    return transact(this.source, async (tx) => {
      const request = await this.open(tx, id);
      const actor = currentContext()?.actor?.id ?? null;
      if (actor === request.requestedBy) throw new Problem(403, 'second-person-needed');
      const prepared = await this.orders.prepare(tx, id, request.patientId);
      const { erasedAt, keepUntil } = prepared.order;
      const decision = { state: 'confirmed' as const, decidedBy: actor, decidedAt: erasedAt, keepUntil };
      await this.store.decide(tx, id, { ...decision, decisionReason: null });
      await this.carryOut(tx, prepared);
      stateChange('erasure', id, { state: 'requested' }, { state: 'confirmed', patientId: request.patientId });
      return this.found(tx, id);
    });
  }

  /** @throws Problem 404, 409 */
  decline(id: string, { reason }: DeclineErasure): Promise<ErasureRequestRow> {
    return transact(this.source, async (tx) => {
      await this.open(tx, id);
      const decision = { decidedBy: currentContext()?.actor?.id ?? null, decidedAt: this.clock.now(), keepUntil: null };
      await this.store.decide(tx, id, { state: 'declined', decisionReason: reason, ...decision });
      stateChange('erasure', id, { state: 'requested' }, { state: 'declined' });
      stateReason(reason);
      return this.found(tx, id);
    });
  }

  /** Orders the erasure of everything here and in every other service, in the transaction that decides it. */
  async carryOut(tx: EntityManager, { order, otherIds }: PreparedErasure): Promise<void> {
    const { id: erasureId, patientId, patientIds, recordNumbers, erasedAt, keepUntil } = order;
    await this.erasures.accept(tx, order, otherIds);
    await this.store.expectReports(tx, erasureId, ERASING_SERVICES);
    await this.outbox.append(tx, PersonErasedV1, {
      ...{ erasureId, patientId, patientIds, recordNumbers, erasedAt: erasedAt.toISOString() },
      ...(keepUntil ? { keepUntil: keepUntil.toISOString() } : {}),
    });
    await this.erasures.apply(tx, erasureId);
    // For what has to wait: events that are not published yet, an import that runs.
    await this.jobs.enqueue(tx, ErasureJob, {});
  }

  async read(id: string): Promise<ErasureRequestRow> {
    return this.found(this.source.manager, id);
  }

  list(query: ListQuery): Promise<Page<ErasureRequestRow>> {
    return this.store.page(new ListReading(ERASURES, query));
  }

  /** What each service said; this one for itself. */
  async reports({ id, state }: ErasureRequestRow): Promise<ReportRow[]> {
    if (state !== 'confirmed') return [];
    const [own, others] = [
      await this.erasures.find(this.source.manager, id),
      await this.store.reports(this.source.manager, id),
    ];
    const here: ReportRow[] = own
      ? [{ service: 'patients', state: own.state, stores: own.outcomes, reportedAt: own.appliedAt }]
      : [];
    return [...here, ...others];
  }

  /** The last day of a term, as the hospital counts days. */
  dayOf(moment: Date): string {
    return Temporal.Instant.from(moment.toISOString())
      .toZonedDateTimeISO(this.config.hospitalZone)
      .toPlainDate()
      .toString();
  }

  private async open(tx: EntityManager, id: string): Promise<ErasureRequestRow> {
    const request = await this.store.find(tx, id, true);
    if (!request) throw Problem.notFound('erasure', id);
    if (request.state !== 'requested') throw Problem.conflict('erasure-decided');
    return request;
  }

  private async found(tx: EntityManager, id: string): Promise<ErasureRequestRow> {
    const request = await this.store.find(tx, id);
    if (!request) throw Problem.notFound('erasure', id);
    return request;
  }
}
