import { IsISO8601, IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<CommunityMemberSilentV1>({
  subject: 'patients.community.member-silent.v1',
  emittedWhen:
    'Nothing was heard of a member for 7 × 24 hours (PT-10): a voucher for a recheck is due. Once a silence; the next one begins after something was heard.',
  key: 'patientId',
  example: {
    communityId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9e01',
    membershipId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9e11',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    since: '2026-11-12T10:15:00+08:00',
    ownerId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01',
  },
})
export class CommunityMemberSilentV1 {
  @IsUUID() communityId!: string;
  @IsUUID() membershipId!: string;
  @IsUUID() patientId!: string;
  /** When something was heard last, or the person joined. */
  @IsISO8601() since!: string;
  /** Who looks after the community. */
  @IsUUID() ownerId!: string;
}
