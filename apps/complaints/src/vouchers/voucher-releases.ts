import { VoucherExpiredV1, VoucherReleasedV1 } from '#contracts';
import { Outbox } from '#event-bus';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { factsOf } from './voucher-events.js';
import type { Voucher } from './voucher.entity.js';
import { afterRelease, hasRunOut, type ReservationEnd } from './voucher.rules.js';
import { VouchersStore } from './vouchers.store.js';

/** The end of a promise without a use: whoever was promised the voucher hears of it (decision 14). */
@Injectable()
export class VoucherReleases {
  constructor(
    private readonly store: VouchersStore,
    private readonly outbox: Outbox,
  ) {}

  /** Ends the promise that holds it; one that ran out is remembered, for its confirmation may come late. */
  async free(tx: EntityManager, voucher: Voucher, now: Date, why: ReservationEnd): Promise<Voucher> {
    const { reservationId } = voucher;
    if (reservationId === null) throw new Error('Only a voucher that is held is given back');
    const status = afterRelease(voucher, now);
    const ended = status === 'expired' ? { endedAt: now } : {};
    const freed = await this.store.change(tx, voucher, {
      ...{ status, reservedUntil: null, reservationEnded: why },
      ...ended,
    });
    await this.outbox.append(tx, VoucherReleasedV1, { ...factsOf(freed, now), reservationId, why });
    if (status === 'expired') await this.outbox.append(tx, VoucherExpiredV1, factsOf(freed, now));
    return freed;
  }

  /**
   * What time has made of a locked voucher, before somebody takes it over: a promise that ran out and that no deadline
   * has worked off is ended here, for nothing would tell its holder once another one has taken its place.
   */
  async settle(tx: EntityManager, voucher: Voucher, now: Date): Promise<Voucher> {
    return hasRunOut(voucher, now) ? this.free(tx, voucher, now, 'ran-out') : voucher;
  }
}
