import { IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<TaskOpenedV1>({
  subject: 'follow-up.task.opened.v1',
  emittedWhen: 'The window of a follow-up task begins.',
  key: 'patientId',
  example: {
    taskId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c05',
    planId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c04',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    encounterId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c03',
    step: 'visit-1',
  },
})
export class TaskOpenedV1 {
  @IsUUID() taskId!: string;
  /** Absent for a task of a stay instead of a plan, such as in-hospital care (FU-1). */
  @IsOptional() @IsUUID() planId?: string;
  @IsUUID() patientId!: string;
  /** Absent when it is about no visit, such as a survey of a list of people. */
  @IsOptional() @IsUUID() encounterId?: string;
  @IsString() @Length(1, 60) step!: string;
}
