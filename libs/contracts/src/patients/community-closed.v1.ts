import { IsInt, IsISO8601, IsUUID, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<CommunityClosedV1>({
  subject: 'patients.community.closed.v1',
  emittedWhen: 'A community was closed (PT-10); that each member left is told by itself.',
  key: 'communityId',
  example: { communityId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9e01', closedAt: '2026-11-20T18:00:00+08:00', members: 132 },
})
export class CommunityClosedV1 {
  @IsUUID() communityId!: string;
  @IsISO8601() closedAt!: string;
  /** People who were in it to the end. */
  @IsInt() @Min(0) members!: number;
}
