import type { PraiseEntity } from './praise.entity.js';
import type { Praise, PraiseReward } from './praise.dto.js';

export function presentPraise({ photoFileId, decidedBy: _account, ...row }: PraiseEntity): Praise {
  return {
    ...row,
    hasPhoto: photoFileId !== null,
    receivedAt: row.receivedAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}

/** Of praise that was approved. */
export function presentReward(row: PraiseEntity): PraiseReward {
  const { id, kind, departmentCode, staffMemberIds, decidedByName } = row;
  return {
    ...{ id, kind, departmentCode, staffMemberIds, decidedByName },
    amountFen: row.amountFen ?? 0,
    decidedAt: (row.decidedAt ?? row.recordedAt).toISOString(),
  };
}
