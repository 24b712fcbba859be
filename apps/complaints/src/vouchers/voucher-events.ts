import type { VoucherFacts } from '#contracts';
import type { Voucher } from './voucher.entity.js';

/** What every event of a voucher tells. */
export function factsOf(voucher: Voucher, at: Date): VoucherFacts {
  const { id: voucherId, patientId, typeCode, kind, valueFen, source, sourceId } = voucher;
  return {
    ...{ voucherId, subjectId: patientId ?? voucherId, ...(patientId ? { patientId } : {}) },
    ...{ typeCode, kind, valueFen, source, ...(sourceId ? { sourceId } : {}) },
    at: at.toISOString(),
  };
}
