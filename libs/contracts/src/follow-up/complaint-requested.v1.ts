import { IsBoolean } from 'class-validator';
import { EventContract } from '../event-contract.js';
import { RequestOfResponse } from './request-of-response.js';

@EventContract<ComplaintRequestedV1>({
  subject: 'follow-up.complaint.requested.v1',
  emittedWhen:
    'An answer told of dissatisfaction, or in confidence of a gift that was taken; once an answer (FU-9, FU-10).',
  key: 'patientId',
  example: {
    requestId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c42',
    responseId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c41',
    questionnaireCode: 'inpatient-satisfaction',
    questionnaireVersion: 1,
    flag: 'dissatisfied',
    nameZh: '患者不满意',
    nameEn: 'The patient is dissatisfied',
    linkIds: ['nursing-attitude'],
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    departmentCode: 'XXGNK',
    requestedAt: '2026-03-05T15:00:00+08:00',
    confidential: false,
  },
})
export class ComplaintRequestedV1 extends RequestOfResponse {
  /** Nobody of the department concerned may learn of it. */
  @IsBoolean() confidential!: boolean;
}
