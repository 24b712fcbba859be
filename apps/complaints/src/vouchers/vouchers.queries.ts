import { VOUCHER_SOURCES, type VoucherSource } from '#contracts';
import { Clock, listPage, Problem } from '#platform';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PeopleStore } from '../people/people.store.js';
import { Voucher } from './voucher.entity.js';
import { presentSummary, presentVoucher } from './voucher.presenter.js';
import { redemptionRate } from './voucher.rules.js';
import { VOUCHERS } from './vouchers.list.js';
import { VouchersStore } from './vouchers.store.js';
import type {
  VoucherFigures,
  VoucherPage,
  VoucherReport,
  VoucherReportQuery,
  VouchersQuery,
  VoucherView,
} from './vouchers.dto.js';

type Counted = Omit<VoucherFigures, 'redemptionRate'>;

const NONE: Counted = { issued: 0, notApproved: 0, void: 0, open: 0, expired: 0, redeemed: 0, redeemedFen: 0 };

/** Reads vouchers straight to the answer (CP-5). */
@Injectable()
export class VoucherQueries {
  constructor(
    private readonly source: DataSource,
    private readonly people: PeopleStore,
    private readonly store: VouchersStore,
    private readonly clock: Clock,
  ) {}

  async list(query: VouchersQuery): Promise<VoucherPage> {
    const select = this.source.createQueryBuilder(Voucher, 'voucher');
    if (query.patientId !== undefined) {
      select.where('voucher.patient_id = ANY (:records)', { records: await this.people.idsOf(query.patientId) });
    }
    const { items, nextCursor } = await listPage(select, VOUCHERS, query);
    const now = this.clock.now();
    return { items: items.map((voucher) => presentSummary(voucher, now)), nextCursor };
  }

  /** @throws Problem 404 */
  async read(id: string): Promise<VoucherView> {
    const voucher = await this.source.manager.findOneBy(Voucher, { id });
    if (!voucher) throw Problem.notFound('voucher', id);
    return presentVoucher(voucher, this.clock.now());
  }

  /** What a code is good for, before it is used. @throws Problem 404, 422 */
  async look(code: string): Promise<VoucherView> {
    return presentVoucher(await this.store.readByCode(this.source.manager, code), this.clock.now());
  }

  /** Of vouchers issued in the time, by what became of them until now. @throws Problem 400 */
  async report({ from, until }: VoucherReportQuery): Promise<VoucherReport> {
    const [since, before] = [new Date(from), new Date(until)];
    if (since >= before) throw Problem.invalid([{ field: 'until', code: 'period-backwards' }]);
    const rows: (Counted & { source: VoucherSource })[] = await this.source.query(REPORT, [since, before]);
    const counted = VOUCHER_SOURCES.map((source) => ({
      ...NONE,
      source,
      ...rows.find((row) => row.source === source),
    }));
    return {
      from: since.toISOString(),
      until: before.toISOString(),
      whole: withRate(counted.reduce(together, NONE)),
      bySource: counted.map(({ source, ...figures }) => ({ source, ...withRate(figures) })),
    };
  }
}

function together(a: Counted, b: Counted): Counted {
  const names = Object.keys(NONE) as (keyof Counted)[];
  return Object.fromEntries(names.map((name) => [name, a[name] + b[name]])) as unknown as Counted;
}

function withRate(figures: Counted): VoucherFigures {
  const { open, expired, redeemed } = figures;
  return { ...figures, redemptionRate: redemptionRate(redeemed, open + expired + redeemed) };
}

const REPORT = `
  SELECT source, count(*)::int AS issued,
         count(*) FILTER (WHERE status IN ('awaiting-approval', 'declined'))::int AS "notApproved",
         count(*) FILTER (WHERE status = 'void')::int AS void,
         count(*) FILTER (WHERE status IN ('issued', 'reserved'))::int AS open,
         count(*) FILTER (WHERE status = 'expired')::int AS expired,
         count(*) FILTER (WHERE status = 'redeemed')::int AS redeemed,
         coalesce(sum(value_fen) FILTER (WHERE status = 'redeemed'), 0)::float8 AS "redeemedFen"
    FROM voucher WHERE issued_at >= $1 AND issued_at < $2 GROUP BY source`;
