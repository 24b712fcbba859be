import { IsInt, Max, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { EXAMPLE_PRAISE, PraiseFacts } from './praise-facts.js';

@EventContract<PraiseApprovedV1>({
  subject: 'complaints.praise.approved.v1',
  emittedWhen: 'The general manager approved praise: finance pays the reward (CP-7).',
  key: 'praiseId',
  example: { ...EXAMPLE_PRAISE, amountFen: 20_000 },
})
export class PraiseApprovedV1 extends PraiseFacts {
  /** The whole reward, in fen; 0 for none in money. */
  @IsInt() @Min(0) @Max(100_000_000) amountFen!: number;
}
