import type { ComplaintRequestedV1 } from '#contracts';
import type { NewTicket } from '../tickets/new-tickets.js';

/**
 * What an answer asks for (FU-9): the request says which questions, not what was answered; who works on the ticket reads
 * the response. A gift that staff took is confidential: nobody of the department concerned may learn who told (FU-10).
 */
export function ticketOfAnswer(asked: ComplaintRequestedV1): NewTicket {
  return {
    kind: 'complaint',
    channel: 'follow-up',
    subject: `随访反馈：${asked.nameZh} ${asked.nameEn}`,
    text: [
      `问卷 Questionnaire: ${asked.questionnaireCode} v${asked.questionnaireVersion}`,
      `题目 Questions: ${asked.linkIds.join(', ')}`,
      `答复 Response: /follow-up/responses/${asked.responseId}`,
    ].join('\n'),
    confidential: asked.confidential,
    patientId: asked.patientId,
    departmentCode: asked.departmentCode ?? null,
    staffMemberId: asked.staffMemberId ?? null,
    receivedAt: new Date(asked.requestedAt),
    onceKey: `follow-up.complaint:${asked.requestId}`,
  };
}
