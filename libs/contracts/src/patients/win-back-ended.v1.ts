import { IsIn, IsISO8601, IsOptional, IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';
import {
  WIN_BACK_ANSWERS,
  WIN_BACK_OUTCOMES,
  WIN_BACK_STEPS,
  type WinBackAnswer,
  type WinBackOutcome,
  type WinBackStep,
} from '../vocabulary/lifecycle.js';

@EventContract<WinBackEndedV1>({
  subject: 'patients.win-back.ended.v1',
  emittedWhen:
    'A win-back ended (PT-5, PT-11): the person came, answered or did not, withdrew consent, died, is cured, must not be ' +
    'contacted, or another win-back of the same person goes on in its place. Nothing more is offered.',
  key: 'patientId',
  example: {
    winBackId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c51',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    why: 'answered',
    step: 2,
    answer: 'will-come',
    at: '2026-09-06T15:00:00+08:00',
  },
})
export class WinBackEndedV1 {
  @IsUUID() winBackId!: string;
  @IsUUID() patientId!: string;
  @IsIn(WIN_BACK_OUTCOMES) why!: WinBackOutcome;
  /** The last step that was made. */
  @IsIn(WIN_BACK_STEPS) step!: WinBackStep;
  /** Only when somebody answered. */
  @IsOptional() @IsIn(WIN_BACK_ANSWERS) answer?: WinBackAnswer;
  @IsISO8601() at!: string;
}
