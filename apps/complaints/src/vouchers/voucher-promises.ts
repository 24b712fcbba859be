import { VoucherRedeemedV1, VoucherReservedV1 } from '#contracts';
import { Outbox } from '#event-bus';
import { Clock, currentContext, isUniqueViolation, Problem, stateChange, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { factsOf } from './voucher-events.js';
import { refuseAction } from './voucher-refusal.js';
import { VoucherReleases } from './voucher-releases.js';
import { statedOf } from './vouchers.service.js';
import { Voucher } from './voucher.entity.js';
import { decideConfirm, decideReserve, releases } from './voucher.rules.js';
import type { NewReservation } from './reservations.dto.js';
import { VouchersStore } from './vouchers.store.js';

const MINUTE_MS = 60_000;

/** Two services, one promise (decision 14): held with an end → used, or given back. Each step may be told twice. */
@Injectable()
export class VoucherPromises {
  constructor(
    private readonly source: DataSource,
    private readonly store: VouchersStore,
    private readonly releases: VoucherReleases,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 404, 409, 422 */
  async reserve(wanted: NewReservation): Promise<Voucher> {
    try {
      return await transact(this.source, (tx) => this.hold(tx, wanted));
    } catch (error) {
      if (isUniqueViolation(error, 'voucher_reservation')) throw Problem.conflict('voucher-reservation-taken');
      throw error;
    }
  }

  /** What was promised has happened. @throws Problem 404; 409 when somebody else used the voucher meanwhile */
  confirm(reservationId: string): Promise<Voucher> {
    return transact(this.source, async (tx) => {
      const voucher = await this.store.takeByReservation(tx, reservationId);
      const now = this.clock.now();
      const decision = decideConfirm(voucher, reservationId);
      if (decision === 'refuse') throw refuseAction(voucher, now);
      if (decision === 'redeemed-already') return voucher;
      const used = { status: 'redeemed' as const, redeemedAt: now, redeemedBy: actorId(), endedAt: null };
      const redeemed = await this.store.change(tx, voucher, { ...used, reservedUntil: null });
      await this.outbox.append(tx, VoucherRedeemedV1, { ...factsOf(redeemed, now), reservationId });
      stateChange('voucher', voucher.id, statedOf(voucher), statedOf(redeemed));
      return redeemed;
    });
  }

  /** What was promised will not happen. Given back already, or by time: it changes nothing. @throws Problem 404 */
  release(reservationId: string): Promise<Voucher> {
    return transact(this.source, async (tx) => {
      const voucher = await this.store.takeByReservation(tx, reservationId);
      if (!releases(voucher, reservationId)) return voucher;
      const freed = await this.releases.free(tx, voucher, this.clock.now(), 'given-back');
      stateChange('voucher', voucher.id, statedOf(voucher), statedOf(freed));
      return freed;
    });
  }

  private async hold(tx: EntityManager, { code, reservationId, minutes, reservedFor, kind }: NewReservation) {
    const voucher = await this.store.takeByCode(tx, code);
    const now = this.clock.now();
    if (kind !== undefined && voucher.kind !== kind) {
      throw Problem.conflict('voucher-kind', {}, { kind: voucher.kind });
    }
    const decision = decideReserve(voucher, reservationId, now);
    if (decision === 'held-already') return voucher;
    if (decision === 'refuse') throw refuseAction(voucher, now);
    const reservedUntil = new Date(now.getTime() + minutes * MINUTE_MS);
    const promise = { reservationId, reservedUntil, reservedFor: reservedFor ?? null, reservationEnded: null };
    const free = await this.releases.settle(tx, voucher, now);
    const held = await this.store.change(tx, free, { status: 'reserved', ...promise });
    const told = { reservationId, reservedUntil: reservedUntil.toISOString() };
    await this.outbox.append(tx, VoucherReservedV1, { ...factsOf(held, now), ...told });
    stateChange('voucher', voucher.id, statedOf(voucher), statedOf(held));
    return held;
  }
}

function actorId(): string | null {
  return currentContext()?.actor?.id ?? null;
}
