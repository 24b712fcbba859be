import { IsInt, IsISO8601, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<GreenChannelOpenedV1>({
  subject: 'follow-up.green-channel.opened.v1',
  emittedWhen: 'A pain score is so high that the duty doctor has to call the patient within minutes (FU-4).',
  key: 'patientId',
  example: {
    caseId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fc001',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    responseId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fc101',
    planId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c04',
    taskId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c05',
    departmentCode: 'GK',
    score: 7,
    openedAt: '2026-03-02T16:20:00+08:00',
    dueAt: '2026-03-02T16:25:00+08:00',
  },
})
export class GreenChannelOpenedV1 {
  @IsUUID() caseId!: string;
  @IsUUID() patientId!: string;
  @IsUUID() responseId!: string;
  @IsOptional() @IsUUID() planId?: string;
  @IsOptional() @IsUUID() taskId?: string;
  @IsOptional() @IsString() @Length(1, 60) departmentCode?: string;
  /** 0 to 10. */
  @IsInt() @Min(0) @Max(10) score!: number;
  @IsISO8601() openedAt!: string;
  /** Without a call by then it escalates. */
  @IsISO8601() dueAt!: string;
}
