import { IsISO8601, IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { EXAMPLE_VOUCHER, VoucherFacts } from './voucher-facts.js';

@EventContract<VoucherReservedV1>({
  subject: 'complaints.voucher.reserved.v1',
  emittedWhen: 'A voucher is held for a promise of another service, for instance a booking (decision 14).',
  key: 'subjectId',
  example: {
    ...EXAMPLE_VOUCHER,
    reservationId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9f11',
    reservedUntil: '2026-03-05T15:15:00+08:00',
  },
})
export class VoucherReservedV1 extends VoucherFacts {
  /** Named by whoever promises. */
  @IsUUID() reservationId!: string;
  /** Not confirmed until then it is free again. */
  @IsISO8601() reservedUntil!: string;
}
