/** What a voucher is good for (CP-5). */
export const VOUCHER_KINDS = ['free-parking', 'priority-appointment', 'recheck', 'discount', 'gift'] as const;
export type VoucherKind = (typeof VOUCHER_KINDS)[number];

/** What somebody got a voucher for (CP-5). */
export const VOUCHER_SOURCES = ['ticket', 'win-back', 'community', 'campaign', 'event'] as const;
export type VoucherSource = (typeof VOUCHER_SOURCES)[number];

/** Where a voucher is in its life; the last four are its end. */
export const VOUCHER_STATUSES = [
  'awaiting-approval',
  'issued',
  'reserved',
  'redeemed',
  'expired',
  'void',
  'declined',
] as const;
export type VoucherStatus = (typeof VOUCHER_STATUSES)[number];

/** What other services tell that a voucher is given for by itself, once each (PT-5, PT-10). */
export const VOUCHER_OCCASIONS = ['free-recheck', 'returning-discount', 'silent-member'] as const;
export type VoucherOccasion = (typeof VOUCHER_OCCASIONS)[number];
