import { IsBoolean, IsIn, IsISO8601, IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { WIN_BACK_STEPS, type WinBackStep } from '../vocabulary/lifecycle.js';

@EventContract<WinBackStartedV1>({
  subject: 'patients.win-back.started.v1',
  emittedWhen:
    'Somebody who agreed to marketing stayed away for 180 days (PT-5), or what stood in the way of a win-back is gone ' +
    'while the same absence lasts. Its steps are told by patients.win-back.step-due.v1.',
  key: 'patientId',
  example: {
    winBackId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c51',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    absentSince: '2026-03-02T10:15:00+08:00',
    resumed: false,
    nextStep: 1,
  },
})
export class WinBackStartedV1 {
  @IsUUID() winBackId!: string;
  @IsUUID() patientId!: string;
  /** When the person was last here. */
  @IsISO8601() absentSince!: string;
  /** true: it was told as ended before and goes on; steps already made are not made again. */
  @IsBoolean() resumed!: boolean;
  /** The step that is made next, or the last one when all were made and its answer is awaited. */
  @IsIn(WIN_BACK_STEPS) nextStep!: WinBackStep;
}
