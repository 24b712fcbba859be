import { EventContract } from '../event-contract.js';
import { EXAMPLE_VOUCHER, VoucherFacts } from './voucher-facts.js';

@EventContract<VoucherExpiredV1>({
  subject: 'complaints.voucher.expired.v1',
  emittedWhen: 'A voucher was not used in time (CP-5).',
  key: 'subjectId',
  example: EXAMPLE_VOUCHER,
})
export class VoucherExpiredV1 extends VoucherFacts {}
