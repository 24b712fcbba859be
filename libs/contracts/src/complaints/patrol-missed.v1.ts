import { IsString, IsUUID, Length, Matches } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<PatrolMissedV1>({
  subject: 'complaints.patrol.missed.v1',
  emittedWhen: 'Nobody looked through a platform on its day (CP-6); once a platform and day.',
  key: 'platform',
  example: { patrolId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9f41', platform: 'douyin', day: '2026-03-05' },
})
export class PatrolMissedV1 {
  @IsUUID() patrolId!: string;
  @IsString() @Length(1, 60) platform!: string;
  /** Of the hospital. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) day!: string;
}
