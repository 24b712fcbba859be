import { ResponseRecordedV1, type EventClass } from '#contracts';
import type { RaisedFlag } from './flag.rules.js';
import type { ResponseEntity } from './response.entity.js';
import type { Scores } from './score.rules.js';

/** Where a response came from, without what is not known. */
export function originOf(response: Readonly<ResponseEntity>) {
  const { encounterId, planId, taskId, departmentCode, staffMemberId } = response;
  return {
    patientId: response.patientId,
    ...(encounterId === null ? {} : { encounterId }),
    ...(planId === null ? {} : { planId }),
    ...(taskId === null ? {} : { taskId }),
    ...(departmentCode === null ? {} : { departmentCode }),
    ...(staffMemberId === null ? {} : { staffMemberId }),
  };
}

/** Ids and scores; what was said stays here. */
export function responseEvent(
  response: Readonly<ResponseEntity>,
  { total, scores }: Scores,
  raised: readonly RaisedFlag[],
): [EventClass<ResponseRecordedV1>, ResponseRecordedV1] {
  const open = raised.filter(({ rule }) => rule.kind !== 'gift');
  return [
    ResponseRecordedV1,
    {
      responseId: response.id,
      questionnaireCode: response.questionnaireCode,
      questionnaireVersion: response.questionnaireVersion,
      ...originOf(response),
      ...(response.sampleId === null ? {} : { sampleId: response.sampleId }),
      channel: response.channel,
      recordedAt: response.recordedAt.toISOString(),
      ...(total === null ? {} : { score: total }),
      scores,
      flags: open.map(({ rule }) => rule.key),
      ...(response.amends === null ? {} : { amends: response.amends }),
    },
  ];
}
