import { IsIn, IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { PLAN_END_REASONS, type PlanEndReason } from '../vocabulary/clinical.js';

@EventContract<PlanEndedV1>({
  subject: 'follow-up.plan.ended.v1',
  emittedWhen:
    'A plan ended early for a stated reason (FU-6), its open tasks with it; or it is `completed`: none is left.',
  key: 'patientId',
  example: {
    planId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c04',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    reason: 'cured',
  },
})
export class PlanEndedV1 {
  @IsUUID() planId!: string;
  @IsUUID() patientId!: string;
  @IsIn(PLAN_END_REASONS) reason!: PlanEndReason;
}
