import type { ComplaintsNotificationRequestedV1 } from '#contracts';
import type { VoucherType } from './voucher-type.entity.js';
import type { Voucher } from './voucher.entity.js';

/** To those who may approve: the centre manager first, the general manager when nobody acknowledges within a day. */
export function approvalNotice(
  { id, valueFen }: Pick<Voucher, 'id' | 'valueFen'>,
  { nameZh, nameEn }: Pick<VoucherType, 'nameZh' | 'nameEn'>,
): ComplaintsNotificationRequestedV1 {
  const yuan = (valueFen / 100).toFixed(2);
  return {
    purpose: 'complaints.voucher-approval',
    ...{ subjectType: 'voucher', subjectId: id, occasion: 'once', urgency: 'normal' },
    titleZh: '补偿券待审批',
    titleEn: 'A voucher waits for approval',
    textZh: `一张价值 ${yuan} 元的“${nameZh}”待审批。`,
    textEn: `A voucher “${nameEn}” worth ${yuan} yuan waits for approval.`,
    link: `/complaints/vouchers/${id}`,
    to: [{ role: 'centre-manager' }],
    acknowledgeWithinSeconds: 86_400,
    next: [{ role: 'general-manager' }],
  };
}
