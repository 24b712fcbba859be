import { EventContract } from '../event-contract.js';
import { RequestOfResponse } from './request-of-response.js';

@EventContract<AppointmentRequestedV1>({
  subject: 'follow-up.appointment.requested.v1',
  emittedWhen: 'A patient answered that he wishes to come back or wants an appointment; once an answer (FU-9).',
  key: 'patientId',
  example: {
    requestId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c43',
    responseId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c41',
    questionnaireCode: 'discharge-follow-up',
    questionnaireVersion: 1,
    flag: 'wants-appointment',
    nameZh: '希望预约复诊',
    nameEn: 'Wants an appointment',
    linkIds: ['wants-appointment'],
    patientId: '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c01',
    departmentCode: 'XXGNK',
    requestedAt: '2026-03-05T15:00:00+08:00',
  },
})
export class AppointmentRequestedV1 extends RequestOfResponse {}
