import { IsUUID } from 'class-validator';
import { QuestionContract } from '../question-contract.js';

/** What was promised has happened: the voucher is used (CP-5, decision 14). */
@QuestionContract<VoucherConfirmationQuestionV1>({
  name: 'voucher-confirmation.v1',
  asker: 'appointments',
  answerers: ['complaints'],
  meaning:
    'Uses the voucher that is held for a promise: one line, `VoucherPromiseAnswer`. Once, however often it is asked; late ' +
    'it counts unless the voucher was given back or used meanwhile. Without an answer the asker asks again until it has one.',
  example: { reservationId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9f11' },
})
export class VoucherConfirmationQuestionV1 {
  @IsUUID() reservationId!: string;
}
