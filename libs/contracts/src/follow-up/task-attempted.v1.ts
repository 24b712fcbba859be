import { IsBoolean, IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Length, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';

const OUTCOMES = ['reached', 'no-answer', 'busy', 'wrong-number', 'refused', 'call-later'] as const;

@EventContract<TaskAttemptedV1>({
  subject: 'follow-up.task.attempted.v1',
  emittedWhen: 'A nurse tried to reach a patient for a follow-up task, whether or not the task ended with it (FU-7).',
  key: 'patientId',
  example: {
    attemptId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c21',
    taskId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c05',
    planId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c04',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    encounterId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c03',
    step: 'visit-1',
    number: 1,
    outcome: 'no-answer',
    attemptedAt: '2026-03-05T10:15:00+08:00',
    closed: false,
    nextAt: '2026-03-06T14:00:00+08:00',
  },
})
export class TaskAttemptedV1 {
  @IsUUID() attemptId!: string;
  @IsUUID() taskId!: string;
  /** Absent for a task that belongs to no plan. */
  @IsOptional() @IsUUID() planId?: string;
  @IsUUID() patientId!: string;
  /** Absent for a task that belongs to no visit. */
  @IsOptional() @IsUUID() encounterId?: string;
  @IsString() @Length(1, 60) step!: string;
  /** Which attempt of the task, from 1. */
  @IsInt() @Min(1) number!: number;
  /** `wrong-number`: the number that is known of the patient is somebody else's. */
  @IsIn(OUTCOMES) outcome!: (typeof OUTCOMES)[number];
  @IsISO8601() attemptedAt!: string;
  /** True: the task ended with it; follow-up.task.completed.v1 says how. */
  @IsBoolean() closed!: boolean;
  /** True: it was recorded after the task had closed or gone to another nurse, and changed nothing. */
  @IsOptional() @IsBoolean() late?: boolean;
  /** When the next call is due, when there is to be one. */
  @IsOptional() @IsISO8601() nextAt?: string;
}
