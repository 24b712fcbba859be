import { IsBoolean, IsIn, IsInt, IsISO8601, IsOptional, IsUUID, Min } from 'class-validator';
import { EventContract } from '../event-contract.js';

/**
 * What came of the doctor’s call; `deceased`: none could be made any more; `merged`: its record became one with another,
 * whose open case goes on for both.
 */
export const GREEN_CHANNEL_OUTCOMES = [
  'advised',
  'come-to-hospital',
  'emergency',
  'no-need',
  'deceased',
  'merged',
] as const;
export type GreenChannelOutcome = (typeof GREEN_CHANNEL_OUTCOMES)[number];

@EventContract<GreenChannelClosedV1>({
  subject: 'follow-up.green-channel.closed.v1',
  emittedWhen:
    'A doctor spoke with the patient, the patient has died, or another open case of the same person goes on (FU-4).',
  key: 'patientId',
  example: {
    caseId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6fc001',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    planId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c04',
    outcome: 'advised',
    closedAt: '2026-03-02T16:23:30+08:00',
    seconds: 210,
    escalated: false,
  },
})
export class GreenChannelClosedV1 {
  @IsUUID() caseId!: string;
  @IsUUID() patientId!: string;
  @IsOptional() @IsUUID() planId?: string;
  @IsIn(GREEN_CHANNEL_OUTCOMES) outcome!: GreenChannelOutcome;
  @IsISO8601() closedAt!: string;
  /** From the answer to this moment. */
  @IsInt() @Min(0) seconds!: number;
  /** Whether the director had been told. */
  @IsBoolean() escalated!: boolean;
}
