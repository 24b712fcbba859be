import { EventContract } from '../event-contract.js';
import { EXAMPLE_PRAISE, PraiseFacts } from './praise-facts.js';

@EventContract<PraiseDeclinedV1>({
  subject: 'complaints.praise.declined.v1',
  emittedWhen: 'The general manager did not approve praise: it is not rewarded (CP-7).',
  key: 'praiseId',
  example: EXAMPLE_PRAISE,
})
export class PraiseDeclinedV1 extends PraiseFacts {}
