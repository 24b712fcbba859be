import {
  AppointmentRequestedV1,
  ComplaintRequestedV1,
  FollowUpNotificationRequestedV1,
  type NotificationTarget,
  type RequestOfResponse,
} from '#contracts';
import { newId } from '#platform';
import type { EntityManager } from 'typeorm';
import type { Occasion } from '../calendar/occasion.js';
import type { Effects } from '../plans/chronicle.js';
import type { RaisedFlag } from './flag.rules.js';
import { originOf } from './response-events.js';
import type { ResponseEntity } from './response.entity.js';

/** A doctor who is told of a red flag says so within this time; else the department's director is told. */
const ACKNOWLEDGE_SECONDS = 300;

/** Sets going what the answers say, each flag once for a response and all that amend it (FU-9). */
export async function raiseFlags(
  tx: EntityManager,
  response: Readonly<ResponseEntity>,
  raised: readonly RaisedFlag[],
  { now }: Occasion,
  effects: Effects,
): Promise<void> {
  for (const flag of raised) {
    const [row]: { id: string }[] = await tx.query(
      `INSERT INTO response_flag (id, response_id, root_id, flag, kind, link_ids, raised_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (root_id, flag) DO NOTHING RETURNING id`,
      [newId(), response.id, response.rootId, flag.rule.key, flag.rule.kind, flag.linkIds, now],
    );
    if (row) announce(row.id, response, flag, effects);
  }
}

function announce(id: string, response: Readonly<ResponseEntity>, flag: RaisedFlag, effects: Effects): void {
  switch (flag.rule.kind) {
    case 'red-flag':
      return effects.event(FollowUpNotificationRequestedV1, alarm(response, flag));
    case 'wish-to-return':
      return effects.event(AppointmentRequestedV1, request(id, response, flag));
    case 'dissatisfaction':
    case 'gift':
      return effects.event(ComplaintRequestedV1, {
        ...request(id, response, flag),
        confidential: flag.rule.kind === 'gift',
      });
  }
}

function request(
  requestId: string,
  response: Readonly<ResponseEntity>,
  { rule, linkIds }: RaisedFlag,
): RequestOfResponse {
  return {
    requestId,
    responseId: response.id,
    questionnaireCode: response.questionnaireCode,
    questionnaireVersion: response.questionnaireVersion,
    flag: rule.key,
    nameZh: rule.nameZh,
    nameEn: rule.nameEn,
    linkIds,
    ...originOf(response),
    requestedAt: response.recordedAt.toISOString(),
  };
}

/** Without a department every duty doctor is told: better too many than none. */
function alarm(response: Readonly<ResponseEntity>, { rule }: RaisedFlag): FollowUpNotificationRequestedV1 {
  const { departmentCode } = response;
  const place = departmentCode === null ? {} : { departmentCode: departmentCode.slice(0, 60) };
  const director: NotificationTarget[] = departmentCode === null ? [] : [{ ...place, role: 'department-director' }];
  return {
    purpose: 'follow-up.red-flag',
    subjectType: 'response',
    subjectId: response.id,
    occasion: rule.key,
    urgency: 'red',
    titleZh: '随访危险信号',
    titleEn: 'Red flag in follow-up',
    textZh: `患者在随访中报告：${rule.nameZh}。请尽快联系患者。`,
    textEn: `A patient reports in follow-up: ${rule.nameEn}. Call the patient soon.`,
    link: `/follow-up/responses/${response.id}`,
    to: [{ ...place, role: 'duty-doctor' }],
    acknowledgeWithinSeconds: ACKNOWLEDGE_SECONDS,
    next: [...director, { role: 'centre-manager' }],
  };
}
