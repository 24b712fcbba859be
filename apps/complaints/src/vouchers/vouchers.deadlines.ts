import { VoucherExpiredV1 } from '#contracts';
import { Outbox } from '#event-bus';
import { backlogOf, type Backlog, type DeadlineSource, type DueRow } from '#platform';
import { Injectable } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { factsOf } from './voucher-events.js';
import { VoucherReleases } from './voucher-releases.js';
import { VouchersStore } from './vouchers.store.js';

const CLAIM = `
  SELECT id, due_at AS "dueAt" FROM voucher
   WHERE due_at <= $1 AND id <> ALL($3::uuid[])
   ORDER BY due_at, id LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED`;

/** Promises that ran out free their vouchers, and vouchers that nobody used expire (CP-5, decision 14). */
@Injectable()
export class VoucherDeadlines implements DeadlineSource {
  readonly name = 'complaints.vouchers';
  readonly anyDue = 'EXISTS (SELECT FROM voucher WHERE due_at <= $1)';

  constructor(
    private readonly store: VouchersStore,
    private readonly releases: VoucherReleases,
    private readonly outbox: Outbox,
  ) {}

  claim(tx: EntityManager, now: Date, limit: number, except: string[]): Promise<DueRow[]> {
    return tx.query(CLAIM, [now, limit, except]);
  }

  backlog(source: DataSource, now: Date): Promise<Backlog> {
    return backlogOf(source, 'voucher', 'due_at', now);
  }

  async handle(tx: EntityManager, { id }: DueRow, now: Date): Promise<void> {
    const voucher = await this.store.take(tx, id);
    if (voucher.status === 'reserved') {
      await this.releases.free(tx, voucher, now, 'ran-out');
      return;
    }
    const ended = await this.store.change(tx, voucher, { status: 'expired', endedAt: now });
    await this.outbox.append(tx, VoucherExpiredV1, factsOf(ended, now));
  }
}
