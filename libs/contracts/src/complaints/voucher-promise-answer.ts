import type { VoucherKind, VoucherStatus } from '../vocabulary/vouchers.js';

/** The one line of an answer about a promised voucher. A refusal is an answer too, and final as long as `state` is. */
export type VoucherPromiseAnswer = GrantedVoucher | RefusedVoucher;

/** How the voucher stands after what was asked. */
export interface GrantedVoucher {
  granted: true;
  voucherId: string;
  kind: VoucherKind;
  /** What it is worth, in fen. */
  valueFen: number;
  state: VoucherStatus;
  /** Not confirmed until then it is free again; only while it is held. */
  reservedUntil?: string;
}

/** Nothing was changed. */
export interface RefusedVoucher {
  granted: false;
  /** The same codes as over HTTP: `voucher-code-mistyped`, `voucher-code-unknown`, `voucher-redeemed`, `not-found` … */
  code: string;
  /** What the voucher is, where one was found. */
  state?: VoucherStatus;
}
