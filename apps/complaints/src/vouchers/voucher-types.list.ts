import { VOUCHER_KINDS } from '#contracts';
import { List } from '#platform';
import { VoucherTypeView } from './voucher-types.dto.js';

/** Of a query of types named `type`. */
export const VOUCHER_TYPES = new List({
  name: 'voucher-types',
  item: VoucherTypeView,
  fields: {
    id: { sql: 'type.id', type: 'uuid' },
    code: { sql: 'type.code', type: 'string' },
    kind: { sql: 'type.kind', type: 'enum', values: VOUCHER_KINDS },
    nameZh: { sql: 'type.name_zh', type: 'string' },
    valueFen: { sql: 'type.value_fen', type: 'number' },
    validityDays: { sql: 'type.validity_days', type: 'number' },
    active: { sql: 'type.active', type: 'boolean' },
  },
  key: 'id',
  sort: 'code',
  example: `active eq true and kind eq 'recheck'`,
});
