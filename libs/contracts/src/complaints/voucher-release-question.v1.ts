import { IsUUID } from 'class-validator';
import { QuestionContract } from '../question-contract.js';

/** What was promised will not happen: the voucher is free again (CP-5, decision 14). */
@QuestionContract<VoucherReleaseQuestionV1>({
  name: 'voucher-release.v1',
  asker: 'appointments',
  answerers: ['complaints'],
  meaning:
    'Gives a held voucher back: one line, `VoucherPromiseAnswer`. Asked twice, or after the promise ended, it changes ' +
    'nothing. Without an answer the asker need do nothing: the promise ends with its minutes.',
  example: { reservationId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9f11' },
})
export class VoucherReleaseQuestionV1 {
  @IsUUID() reservationId!: string;
}
