import { IsBoolean, IsISO8601, IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<SubstituteSavedV1>({
  subject: 'staff.substitute.saved.v1',
  emittedWhen: 'Somebody was named to stand in for a person on duty, or no longer does.',
  key: 'absentId',
  example: {
    substituteId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9f01',
    absentId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01',
    memberId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d02',
    startsAt: '2026-03-02T18:00:00+08:00',
    endsAt: '2026-03-09T08:00:00+08:00',
    cancelled: false,
  },
})
export class SubstituteSavedV1 {
  /** Of this arrangement. */
  @IsUUID() substituteId!: string;
  /** The person who is away. */
  @IsUUID() absentId!: string;
  /** The person who takes all his shifts of the time. */
  @IsUUID() memberId!: string;
  @IsISO8601() startsAt!: string;
  /** The first moment that is no longer in it. */
  @IsISO8601() endsAt!: string;
  @IsBoolean() cancelled!: boolean;
}
