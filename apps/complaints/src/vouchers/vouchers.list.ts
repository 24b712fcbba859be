import { VOUCHER_KINDS, VOUCHER_SOURCES, VOUCHER_STATUSES } from '#contracts';
import { List } from '#platform';
import { VoucherSummary } from './vouchers.dto.js';

/** Of a query of vouchers named `voucher`. */
export const VOUCHERS = new List({
  name: 'vouchers',
  item: VoucherSummary,
  fields: {
    id: { sql: 'voucher.id', type: 'uuid' },
    typeCode: { sql: 'voucher.type_code', type: 'string' },
    kind: { sql: 'voucher.kind', type: 'enum', values: VOUCHER_KINDS },
    valueFen: { sql: 'voucher.value_fen', type: 'number' },
    source: { sql: 'voucher.source', type: 'enum', values: VOUCHER_SOURCES },
    sourceId: { sql: 'voucher.source_id', type: 'string', nullable: true },
    status: {
      sql: 'voucher.status',
      type: 'enum',
      values: VOUCHER_STATUSES,
      description: 'As stored: one that turns in this second may be shown as it is already.',
    },
    validUntil: { sql: 'voucher.valid_until', type: 'instant', nullable: true },
    issuedAt: { sql: 'voucher.issued_at', type: 'instant' },
    redeemedAt: { sql: 'voucher.redeemed_at', type: 'instant', nullable: true },
  },
  key: 'id',
  sort: '-issuedAt',
  example: `status eq 'issued' and source eq 'ticket'`,
});
