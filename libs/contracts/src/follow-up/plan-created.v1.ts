import { IsInt, IsOptional, IsString, IsUUID, Length, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';

@EventContract<PlanCreatedV1>({
  subject: 'follow-up.plan.created.v1',
  emittedWhen: 'A discharge, an operation, a visit or a request became a follow-up plan (FU-1, FU-3, FU-11).',
  key: 'patientId',
  example: {
    planId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c04',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    encounterId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c03',
    dischargeNumber: 1,
    protocolCode: 'discharge-default',
    protocolVersion: 1,
  },
})
export class PlanCreatedV1 {
  @IsUUID() planId!: string;
  @IsUUID() patientId!: string;
  /** Absent for what was asked for at will. */
  @IsOptional() @IsUUID() encounterId?: string;
  /** Which discharge of the stay; 0 for what no discharge began. */
  @IsInt() @Min(0) dischargeNumber!: number;
  @IsString() @Length(1, 60) protocolCode!: string;
  @IsInt() @Min(0) protocolVersion!: number;
}
