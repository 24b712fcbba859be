import { VOUCHER_STATUSES } from '#contracts';
import { Clock, Metrics } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

const DAY_MS = 86_400_000;

/** What became of the vouchers of the last 30 days (CP-5). */
@Injectable()
export class VoucherMetrics {
  constructor(metrics: Metrics, source: DataSource, clock: Clock) {
    metrics.reading(
      'hospital_complaints_vouchers',
      'Vouchers issued in the last 30 days, by what became of them.',
      ['status'],
      async () => {
        const since = new Date(clock.now().getTime() - 30 * DAY_MS);
        const rows: { status: string; count: number }[] = await source.query(COUNT, [since]);
        const counts = new Map(rows.map((row) => [row.status, row.count]));
        return VOUCHER_STATUSES.map((status) => ({ labels: { status }, value: counts.get(status) ?? 0 }));
      },
    );
  }
}

const COUNT = 'SELECT status, count(*)::int AS count FROM voucher WHERE issued_at >= $1 GROUP BY status';
