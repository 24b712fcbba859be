import { ArrayNotEmpty, IsArray, IsString, IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<CommunityChangedV1>({
  subject: 'patients.community.changed.v1',
  emittedWhen: 'A community got another name, rule, group, owner, size or doctor’s hour (PT-10).',
  key: 'communityId',
  example: {
    communityId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9e01',
    changed: ['ownerId'],
    ownerId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01',
  },
})
export class CommunityChangedV1 {
  @IsUUID() communityId!: string;
  /** Names of the fields that are different now, as GET /patients/communities/{id} has them. */
  @IsArray() @ArrayNotEmpty() @IsString({ each: true }) changed!: string[];
  /** Who looks after it from now on. */
  @IsUUID() ownerId!: string;
}
