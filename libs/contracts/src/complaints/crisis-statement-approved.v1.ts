import { IsISO8601, IsInt, IsUUID, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<CrisisStatementApprovedV1>({
  subject: 'complaints.crisis.statement-approved.v1',
  emittedWhen:
    'All three approved the same version of a crisis’s statement: it is what everybody says from now on (CP-6).',
  key: 'crisisId',
  example: { crisisId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9f31', version: 2, at: '2026-03-05T16:40:00+08:00' },
})
export class CrisisStatementApprovedV1 {
  @IsUUID() crisisId!: string;
  @IsInt() @Min(1) version!: number;
  @IsISO8601() at!: string;
}
