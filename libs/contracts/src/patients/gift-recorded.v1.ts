import { IsISO8601, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<GiftRecordedV1>({
  subject: 'patients.gift.recorded.v1',
  emittedWhen: 'Somebody bought a package for another patient (PT-7).',
  key: 'beneficiaryId',
  example: {
    giftId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c61',
    buyerId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c02',
    beneficiaryId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    packageCode: 'EXAM-SENIOR-A',
    packageName: '老年体检套餐A',
    recordedAt: '2026-03-02T02:15:00.000Z',
  },
})
export class GiftRecordedV1 {
  @IsUUID() giftId!: string;
  @IsUUID() buyerId!: string;
  /** Who may use the package. */
  @IsUUID() beneficiaryId!: string;
  /** As appointments knows it; absent when only its name was said. */
  @IsOptional() @IsString() @MaxLength(60) packageCode?: string;
  @IsString() @MaxLength(200) packageName!: string;
  /** Yuan; absent when the beneficiary must not see it. */
  @IsOptional() @Matches(/^\d{1,8}\.\d{2}$/) price?: string;
  @IsISO8601() recordedAt!: string;
}
