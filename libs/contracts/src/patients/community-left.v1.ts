import { IsIn, IsISO8601, IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { LEAVE_REASONS, type LeaveReason } from '../vocabulary/communities.js';

@EventContract<CommunityLeftV1>({
  subject: 'patients.community.left.v1',
  emittedWhen: 'A person is no longer in a community (PT-10).',
  key: 'patientId',
  example: {
    communityId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9e01',
    membershipId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9e11',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    leftAt: '2026-11-20T18:00:00+08:00',
    reason: 'own-wish',
  },
})
export class CommunityLeftV1 {
  @IsUUID() communityId!: string;
  @IsUUID() membershipId!: string;
  /** The id the person joined under. */
  @IsUUID() patientId!: string;
  @IsISO8601() leftAt!: string;
  @IsIn(LEAVE_REASONS) reason!: LeaveReason;
}
