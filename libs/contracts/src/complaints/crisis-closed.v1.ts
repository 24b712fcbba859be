import { IsISO8601, IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<CrisisClosedV1>({
  subject: 'complaints.crisis.closed.v1',
  emittedWhen: 'A crisis is over; its wording is no longer given out (CP-6).',
  key: 'crisisId',
  example: { crisisId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9f31', at: '2026-03-08T10:00:00+08:00' },
})
export class CrisisClosedV1 {
  @IsUUID() crisisId!: string;
  @IsISO8601() at!: string;
}
