import { IsIn, IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { EXAMPLE_VOUCHER, VoucherFacts } from './voucher-facts.js';

@EventContract<VoucherReleasedV1>({
  subject: 'complaints.voucher.released.v1',
  emittedWhen: 'A promise ended without a use of the voucher: given back, or not confirmed in time (decision 14).',
  key: 'subjectId',
  example: { ...EXAMPLE_VOUCHER, reservationId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9f11', why: 'ran-out' },
})
export class VoucherReleasedV1 extends VoucherFacts {
  @IsUUID() reservationId!: string;
  @IsIn(['given-back', 'ran-out']) why!: 'given-back' | 'ran-out';
}
