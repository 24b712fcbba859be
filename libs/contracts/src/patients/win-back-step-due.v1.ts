import { IsIn, IsISO8601, IsUUID } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { WIN_BACK_OFFERS, WIN_BACK_STEPS, type WinBackOffer, type WinBackStep } from '../vocabulary/lifecycle.js';

@EventContract<WinBackStepDueV1>({
  subject: 'patients.win-back.step-due.v1',
  emittedWhen:
    'A step of a win-back is to be made (PT-5): 1 the offer of a free recheck, 2 a discount for returning, 3 a call by the ' +
    'doctor. Once a step and absence; consent to marketing held in the transaction that told it.',
  key: 'patientId',
  example: {
    winBackId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c51',
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    step: 1,
    offer: 'free-recheck',
    at: '2026-08-29T10:15:00+08:00',
    answerBy: '2026-09-05T10:15:00+08:00',
  },
})
export class WinBackStepDueV1 {
  @IsUUID() winBackId!: string;
  /** Whom to write to or call. */
  @IsUUID() patientId!: string;
  @IsIn(WIN_BACK_STEPS) step!: WinBackStep;
  /** What the step offers. */
  @IsIn(WIN_BACK_OFFERS) offer!: WinBackOffer;
  @IsISO8601() at!: string;
  /** Without an answer until then the next step comes, or the win-back ends. */
  @IsISO8601() answerBy!: string;
}
