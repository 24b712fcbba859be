import {
  ComplaintsNotificationRequestedV1,
  VoucherIssuedV1,
  type VoucherOccasion,
  type VoucherSource,
} from '#contracts';
import { Outbox } from '#event-bus';
import { Clock, currentContext, newId } from '#platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ComplaintsConfig } from '../complaints.config.js';
import { LivingPatients } from '../tickets/living-patients.js';
import { newCode } from './new-code.js';
import { approvalNotice } from './voucher-notices.js';
import { factsOf } from './voucher-events.js';
import { VoucherType } from './voucher-type.entity.js';
import { Voucher } from './voucher.entity.js';
import { dueAt, needsApproval, validUntil } from './voucher.rules.js';

export interface WantedVoucher {
  type: VoucherType;
  /** As the type says unless given. */
  valueFen?: number;
  source: VoucherSource;
  sourceId: string | null;
  patientId: string | null;
  onceKey?: string;
}

const UNUSED = {
  ...{ reservationId: null, reservedFor: null, reservedUntil: null, reservationEnded: null },
  ...{
    decidedAt: null,
    decidedBy: null,
    redeemedAt: null,
    redeemedBy: null,
    endedAt: null,
    endedBy: null,
    endReason: null,
  },
} as const;

/** Gives vouchers out, for people's requests and for what other services tell (CP-5). */
@Injectable()
export class VoucherIssuing {
  constructor(
    private readonly outbox: Outbox,
    private readonly living: LivingPatients,
    private readonly clock: Clock,
    private readonly config: ComplaintsConfig,
  ) {}

  /** @returns null when `onceKey` was given one before @throws Problem 410 to a patient who was erased (PT-9) */
  async issue(tx: EntityManager, wanted: WantedVoucher): Promise<Voucher | null> {
    await this.living.require(tx, wanted.patientId);
    const now = this.clock.now();
    const voucher = this.made(wanted, now);
    const insert = tx.createQueryBuilder().insert().into(Voucher).values(voucher).orIgnore().returning('id');
    const made = await insert.execute();
    if ((made.raw as unknown[]).length === 0) return null;
    if (voucher.status === 'issued') await this.tell(tx, voucher, now);
    else await this.outbox.append(tx, ComplaintsNotificationRequestedV1, approvalNotice(voucher, wanted.type));
    return voucher;
  }

  /** By itself, once an occasion: by the active type that is for it. Nothing to a patient who was erased meanwhile (PT-9). */
  async issueFor(
    tx: EntityManager,
    occasion: VoucherOccasion,
    { onceKey, ...given }: Omit<WantedVoucher, 'type' | 'valueFen'> & { onceKey: string },
  ): Promise<void> {
    if (given.patientId !== null && !(await this.living.has(tx, given.patientId))) return;
    const types = await tx
      .createQueryBuilder(VoucherType, 'type')
      .where('type.active AND :occasion = ANY (type.occasions)', { occasion })
      .orderBy('type.code')
      .getMany();
    for (const type of types) await this.issue(tx, { ...given, type, onceKey: `${onceKey}:${type.code}` });
  }

  /** Good from now on. */
  async tell(tx: EntityManager, voucher: Voucher, now: Date): Promise<void> {
    if (!voucher.validUntil) throw new Error('A voucher that is good has an end');
    const facts = factsOf(voucher, now);
    await this.outbox.append(tx, VoucherIssuedV1, { ...facts, validUntil: voucher.validUntil.toISOString() });
  }

  private made({ type, source, sourceId, patientId, ...wanted }: WantedVoucher, now: Date): Voucher {
    const { id: typeId, code: typeCode, kind, validityDays } = type;
    const valueFen = wanted.valueFen ?? type.valueFen;
    const waits = needsApproval(valueFen, type.approvalAboveFen);
    const voucher: Voucher = {
      ...{ ...UNUSED, id: newId(), code: newCode(), typeId, typeCode, kind, valueFen, validityDays },
      ...{ source, sourceId, patientId, onceKey: wanted.onceKey ?? null, dueAt: null },
      ...{ issuedAt: now, issuedBy: currentContext()?.actor?.id ?? null },
      status: waits ? 'awaiting-approval' : 'issued',
      validUntil: waits ? null : validUntil(now, validityDays, this.config.hospitalZone),
    };
    return { ...voucher, dueAt: dueAt(voucher) };
  }
}
