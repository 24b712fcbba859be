import { EventContract } from '../event-contract.js';
import { EXAMPLE_PRAISE, PraiseFacts } from './praise-facts.js';

@EventContract<PraiseRecordedV1>({
  subject: 'complaints.praise.recorded.v1',
  emittedWhen: 'A letter of praise or a banner was recorded (CP-7).',
  key: 'praiseId',
  example: EXAMPLE_PRAISE,
})
export class PraiseRecordedV1 extends PraiseFacts {}
