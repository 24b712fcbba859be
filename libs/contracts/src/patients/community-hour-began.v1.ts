import { IsInt, IsISO8601, IsOptional, IsUUID, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<CommunityHourBeganV1>({
  subject: 'patients.community.hour-began.v1',
  emittedWhen: 'The weekly doctor’s hour of a community begins (PT-10). Once an hour; not any more when it is over.',
  key: 'communityId',
  example: {
    communityId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9e01',
    at: '2026-11-18T19:00:00+08:00',
    minutes: 60,
    doctorId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d02',
    ownerId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9d01',
  },
})
export class CommunityHourBeganV1 {
  @IsUUID() communityId!: string;
  /** When it begins. */
  @IsISO8601() at!: string;
  /** How long it lasts. */
  @IsInt() @Min(1) minutes!: number;
  /** The member of staff who answers. */
  @IsOptional() @IsUUID() doctorId?: string;
  /** The department that answers. */
  @IsOptional() @IsUUID() departmentId?: string;
  @IsUUID() ownerId!: string;
}
