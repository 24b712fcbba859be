import { IsISO8601 } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { EXAMPLE_VOUCHER, VoucherFacts } from './voucher-facts.js';

@EventContract<VoucherIssuedV1>({
  subject: 'complaints.voucher.issued.v1',
  emittedWhen: 'A voucher is good from now on: issued, or approved where its value needs that (CP-5).',
  key: 'subjectId',
  example: { ...EXAMPLE_VOUCHER, validUntil: '2026-04-05T00:00:00+08:00' },
})
export class VoucherIssuedV1 extends VoucherFacts {
  /** The first moment at which it is good for nothing. */
  @IsISO8601() validUntil!: string;
}
