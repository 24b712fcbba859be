import { IsArray, IsBoolean, IsIn, IsISO8601, IsOptional, IsString, IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { JOIN_WAYS, type JoinWay } from '../vocabulary/communities.js';

@EventContract<CommunityJoinedV1>({
  subject: 'patients.community.joined.v1',
  emittedWhen: 'A person joined a community (PT-10).',
  key: 'patientId',
  example: {
    communityId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9e01',
    membershipId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9e11',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    tags: ['disease.diabetes-2'],
    icd10: ['E11'],
    joinedAt: '2026-11-12T10:15:00+08:00',
    how: 'invited',
    firstOfDisease: true,
  },
})
export class CommunityJoinedV1 {
  @IsUUID() communityId!: string;
  @IsUUID() membershipId!: string;
  @IsUUID() patientId!: string;
  /** Codes of the community’s tags. */
  @IsArray() @IsString({ each: true }) tags!: string[];
  /** Beginnings of the community’s ICD-10 codes. */
  @IsArray() @IsString({ each: true }) icd10!: string[];
  @IsOptional() @IsUUID() segmentId?: string;
  @IsISO8601() joinedAt!: string;
  @IsIn(JOIN_WAYS) how!: JoinWay;
  /** The person was in no community of the disease before: what is sent once a disease (MS-8) goes out now. */
  @IsBoolean() firstOfDisease!: boolean;
}
