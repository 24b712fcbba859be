import { EventContract } from '../event-contract.js';
import { EXAMPLE_VOUCHER, VoucherFacts } from './voucher-facts.js';

@EventContract<VoucherVoidedV1>({
  subject: 'complaints.voucher.voided.v1',
  emittedWhen: 'A voucher that was good was made void by a person (CP-5).',
  key: 'subjectId',
  example: EXAMPLE_VOUCHER,
})
export class VoucherVoidedV1 extends VoucherFacts {}
