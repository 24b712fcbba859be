import { IsISO8601, IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<GiftCancelledV1>({
  subject: 'patients.gift.cancelled.v1',
  emittedWhen: 'A package bought for another patient was taken back (PT-7). Why is on record with the gift.',
  key: 'beneficiaryId',
  example: {
    giftId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c61',
    buyerId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c02',
    beneficiaryId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    cancelledAt: '2026-03-03T02:15:00.000Z',
  },
})
export class GiftCancelledV1 {
  @IsUUID() giftId!: string;
  @IsUUID() buyerId!: string;
  @IsUUID() beneficiaryId!: string;
  @IsISO8601() cancelledAt!: string;
}
