import { printedCode } from './voucher-code.rules.js';
import type { Voucher } from './voucher.entity.js';
import { standing } from './voucher.rules.js';
import type { VoucherSummary, VoucherView } from './vouchers.dto.js';

const END_OF_CODE = -4;

export function presentSummary(voucher: Voucher, now: Date): VoucherSummary {
  const { id, typeCode, kind, valueFen, source, sourceId, patientId } = voucher;
  return {
    ...{ id, codeEnd: voucher.code.slice(END_OF_CODE), typeCode, kind, valueFen, source, sourceId, patientId },
    status: standing(voucher, now),
    validUntil: textOf(voucher.validUntil),
    issuedAt: voucher.issuedAt.toISOString(),
    redeemedAt: textOf(voucher.redeemedAt),
  };
}

/** Nobody hands out the code of a voucher that nobody approved. */
export function presentVoucher(voucher: Voucher, now: Date): VoucherView {
  const { issuedBy, decidedBy, reservationId, reservedFor, redeemedBy, endReason } = voucher;
  return {
    ...presentSummary(voucher, now),
    code: voucher.validUntil === null ? null : printedCode(voucher.code),
    ...{ issuedBy, decidedAt: textOf(voucher.decidedAt), decidedBy, reservationId, reservedFor },
    ...{ reservedUntil: textOf(voucher.reservedUntil), redeemedBy, endedAt: textOf(voucher.endedAt), endReason },
  };
}

function textOf(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
