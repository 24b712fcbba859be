import { IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<TaskCancelledV1>({
  subject: 'follow-up.task.cancelled.v1',
  emittedWhen: 'A task of a stay closed with the stay (FU-1). The tasks of a plan close with follow-up.plan.ended.v1.',
  key: 'patientId',
  example: {
    taskId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c06',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    encounterId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c03',
    step: 'in-hospital-care',
    reason: 'discharged',
  },
})
export class TaskCancelledV1 {
  @IsUUID() taskId!: string;
  @IsOptional() @IsUUID() planId?: string;
  @IsUUID() patientId!: string;
  /** Absent when it is about no visit, such as a survey of a list of people. */
  @IsOptional() @IsUUID() encounterId?: string;
  @IsString() @Length(1, 60) step!: string;
  /** Why, for instance `discharged`, `visit-cancelled` or `deceased`. */
  @IsString() @Length(1, 60) reason!: string;
}
