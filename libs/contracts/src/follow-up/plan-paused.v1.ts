import { IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<PlanPausedV1>({
  subject: 'follow-up.plan.paused.v1',
  emittedWhen: 'The patient was readmitted (FU-6).',
  key: 'patientId',
  example: {
    planId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c04',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
  },
})
export class PlanPausedV1 {
  @IsUUID() planId!: string;
  @IsUUID() patientId!: string;
}
