import { IsISO8601, IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<CrisisDeclaredV1>({
  subject: 'complaints.crisis.declared.v1',
  emittedWhen: 'A crisis of the hospital’s name was declared: a team of three has two hours for its statement (CP-6).',
  key: 'crisisId',
  example: {
    crisisId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9f31',
    declaredAt: '2026-03-05T15:00:00+08:00',
    statementBy: '2026-03-05T17:00:00+08:00',
  },
})
export class CrisisDeclaredV1 {
  @IsUUID() crisisId!: string;
  @IsISO8601() declaredAt!: string;
  /** Facts, correction and compensation are to be agreed by then. */
  @IsISO8601() statementBy!: string;
}
