import { VoucherRedeemedV1, VoucherVoidedV1, type VoucherStatus } from '#contracts';
import { Outbox } from '#event-bus';
import { Clock, currentContext, Problem, stateChange, stateReason, transact } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ComplaintsConfig } from '../complaints.config.js';
import { VoucherIssuing } from './voucher-issuing.js';
import { factsOf } from './voucher-events.js';
import { refuseAction } from './voucher-refusal.js';
import { VoucherReleases } from './voucher-releases.js';
import { VoucherTypes } from './voucher-types.service.js';
import { Voucher } from './voucher.entity.js';
import { allows, validUntil, type VoucherAction } from './voucher.rules.js';
import type { NewVoucher } from './vouchers.dto.js';
import { VoucherSources } from './voucher-sources.js';
import { VouchersStore } from './vouchers.store.js';

/** What people do with vouchers: issue, approve, redeem at a desk, make void (CP-5). */
@Injectable()
export class Vouchers {
  constructor(
    private readonly source: DataSource,
    private readonly store: VouchersStore,
    private readonly types: VoucherTypes,
    private readonly sources: VoucherSources,
    private readonly issuing: VoucherIssuing,
    private readonly releases: VoucherReleases,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly config: ComplaintsConfig,
  ) {}

  /** @throws Problem 400; 410 to a patient who was erased */
  issue({ typeCode, source, valueFen, ...given }: NewVoucher): Promise<Voucher> {
    return transact(this.source, async (tx) => {
      const { sourceId = null, patientId = null } = given;
      const type = await this.types.usable(tx, typeCode);
      await this.sources.check(tx, source, sourceId);
      const value = valueFen === undefined ? {} : { valueFen };
      const voucher = await this.issuing.issue(tx, { type, source, sourceId, patientId, ...value });
      if (!voucher) throw new Error('A voucher that people issue is given out however often');
      stateChange('voucher', voucher.id, null, statedOf(voucher));
      return voucher;
    });
  }

  /** By somebody else than who issued it. @throws Problem 403, 404, 409 */
  approve(id: string): Promise<Voucher> {
    return this.act(id, 'approve', async (tx, voucher, now) => {
      const end = validUntil(now, voucher.validityDays, this.config.hospitalZone);
      const decided = { decidedAt: now, decidedBy: requireAnother(voucher) };
      const approved = await this.store.change(tx, voucher, { ...decided, status: 'issued', validUntil: end });
      await this.issuing.tell(tx, approved, now);
      return approved;
    });
  }

  /** @throws Problem 403, 404, 409 */
  decline(id: string, reason: string): Promise<Voucher> {
    return this.act(id, 'decline', (tx, voucher, now) => {
      const decided = { decidedAt: now, decidedBy: requireAnother(voucher) };
      return this.store.change(tx, voucher, { ...decided, ...this.ended('declined', now, reason) });
    });
  }

  /** @throws Problem 404, 409 */
  void(id: string, reason: string): Promise<Voucher> {
    return this.act(id, 'void', async (tx, voucher, now) => {
      const wasGood = voucher.status !== 'awaiting-approval';
      const ended = await this.store.change(tx, voucher, this.ended('void', now, reason));
      if (wasGood) await this.outbox.append(tx, VoucherVoidedV1, factsOf(ended, now));
      return ended;
    });
  }

  /** At a desk, by its code: of two at once one wins. @throws Problem 404, 409, 422 */
  redeem(code: string): Promise<Voucher> {
    return transact(this.source, async (tx) => {
      const voucher = await this.store.takeByCode(tx, code);
      const now = this.clock.now();
      if (!allows(voucher, 'redeem', now)) throw refuseAction(voucher, now);
      const free = await this.releases.settle(tx, voucher, now);
      // A promise that ran out is over: nobody confirms it any more.
      const nobodys = { reservationId: null, reservedFor: null, reservedUntil: null, reservationEnded: null };
      const used = { status: 'redeemed' as const, redeemedAt: now, redeemedBy: actorId() };
      const redeemed = await this.store.change(tx, free, { ...used, ...nobodys });
      await this.outbox.append(tx, VoucherRedeemedV1, factsOf(redeemed, now));
      stateChange('voucher', voucher.id, statedOf(voucher), statedOf(redeemed));
      return redeemed;
    });
  }

  private act(
    id: string,
    action: VoucherAction,
    work: (tx: EntityManager, voucher: Voucher, now: Date) => Promise<Voucher>,
  ): Promise<Voucher> {
    return transact(this.source, async (tx) => {
      const voucher = await this.store.take(tx, id);
      const now = this.clock.now();
      if (!allows(voucher, action, now)) throw refuseAction(voucher, now);
      const changed = await work(tx, await this.releases.settle(tx, voucher, now), now);
      stateChange('voucher', id, statedOf(voucher), statedOf(changed));
      return changed;
    });
  }

  private ended(status: VoucherStatus, now: Date, reason: string): Partial<Voucher> {
    stateReason(reason);
    return { status, endedAt: now, endedBy: actorId(), endReason: reason };
  }
}

/** Four eyes: nobody approves what they asked for. */
function requireAnother({ issuedBy }: Voucher): string | null {
  const by = actorId();
  if (by !== null && by === issuedBy) throw new Problem(403, 'voucher-own-approval');
  return by;
}

function actorId(): string | null {
  return currentContext()?.actor?.id ?? null;
}

/** For the audit: never the code. */
export function statedOf({ typeCode, valueFen, source, sourceId, patientId, status, validUntil: end }: Voucher) {
  return { typeCode, valueFen, source, sourceId, patientId, status, validUntil: end?.toISOString() ?? null };
}
