import { IsArray, IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { CHANNELS, type Channel } from '../vocabulary/consent.js';

@EventContract<CommunityCreatedV1>({
  subject: 'patients.community.created.v1',
  emittedWhen: 'A group of patients by disease was opened (PT-10).',
  key: 'communityId',
  example: {
    communityId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9e01',
    nameZh: '2型糖尿病病友群',
    nameEn: 'Living with type 2 diabetes',
    tags: ['disease.diabetes-2'],
    icd10: ['E11'],
    channel: 'wecom',
    ownerId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01',
  },
})
export class CommunityCreatedV1 {
  @IsUUID() communityId!: string;
  @IsString() @Length(1, 60) nameZh!: string;
  @IsString() @Length(1, 60) nameEn!: string;
  /** Codes of tags: whom it is for. */
  @IsArray() @IsString({ each: true }) tags!: string[];
  /** Beginnings of ICD-10 codes: whom it is for. */
  @IsArray() @IsString({ each: true }) icd10!: string[];
  /** A saved segment: whom it is for. */
  @IsOptional() @IsUUID() segmentId?: string;
  @IsIn(CHANNELS) channel!: Channel;
  /** The member of staff who looks after it. */
  @IsUUID() ownerId!: string;
}
