import { IsOptional, IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { EXAMPLE_VOUCHER, VoucherFacts } from './voucher-facts.js';

@EventContract<VoucherRedeemedV1>({
  subject: 'complaints.voucher.redeemed.v1',
  emittedWhen: 'A voucher was used, at a desk or by a promise that was kept; once a voucher (CP-5).',
  key: 'subjectId',
  example: { ...EXAMPLE_VOUCHER, reservationId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9f11' },
})
export class VoucherRedeemedV1 extends VoucherFacts {
  /** Of the promise that was kept; absent at a desk. */
  @IsOptional() @IsUUID() reservationId?: string;
}
