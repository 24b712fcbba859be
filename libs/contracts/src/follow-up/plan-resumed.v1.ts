import { IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<PlanResumedV1>({
  subject: 'follow-up.plan.resumed.v1',
  emittedWhen: 'The readmission that paused or replaced the plan was cancelled.',
  key: 'patientId',
  example: {
    planId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c04',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
  },
})
export class PlanResumedV1 {
  @IsUUID() planId!: string;
  @IsUUID() patientId!: string;
}
