import type { FollowUpNotificationRequestedV1, NotificationTarget, Role } from '#contracts';
import type { DueRow } from '#platform';
import type { Day } from '../calendar/hospital-day.rules.js';
import type { ProtocolContact, ProtocolDefinition, StepEscalation } from '../protocols/protocol.rules.js';

export interface OverdueTask extends DueRow {
  planId: string;
  step: string;
  recurrence: number | null;
  nameZh: string;
  nameEn: string;
  dueOn: Day;
  departmentCode: string | null;
  protocolCode: string;
  protocolVersion: number;
}

const ACKNOWLEDGE_MINUTES = 240;
/** In the end somebody hears of it. */
const MANAGERS: NotificationTarget = { role: 'centre-manager' };
/** Who stands in the roster of a department; the others are everybody with the role. */
const OF_DEPARTMENTS: readonly Role[] = ['duty-doctor', 'department-director', 'department-answerer', 'expert'];

/** What a protocol says of a task of one of its plans. */
export function contactOf(
  { steps, recurrence }: ProtocolDefinition,
  task: Pick<OverdueTask, 'step' | 'recurrence'>,
): ProtocolContact | undefined {
  return task.recurrence === null ? steps.find(({ key }) => key === task.step) : recurrence;
}

/** Names no patient. */
export function overdueNotice(
  { id, dueOn, nameZh, nameEn, departmentCode }: OverdueTask,
  { to, next = [], acknowledgeMinutes = ACKNOWLEDGE_MINUTES }: StepEscalation,
): FollowUpNotificationRequestedV1 {
  const target = (role: Role): NotificationTarget =>
    departmentCode !== null && OF_DEPARTMENTS.includes(role)
      ? { departmentCode: departmentCode.slice(0, 60), role }
      : { role };
  const others = next.filter((role) => role !== to).map(target);
  const hasManagers = [to, ...next].includes('centre-manager');
  return {
    ...{ purpose: 'follow-up.task-overdue', subjectType: 'task', subjectId: id, occasion: 'once', urgency: 'normal' },
    titleZh: '随访任务逾期',
    titleEn: 'A follow-up contact is overdue',
    textZh: `随访任务“${nameZh}”应于 ${dueOn} 前完成，至今未完成，请安排。`,
    textEn: `The follow-up contact “${nameEn}” was due on ${dueOn} and is not done. Please see to it.`,
    link: `/follow-up/tasks/${id}`,
    to: [target(to)],
    acknowledgeWithinSeconds: acknowledgeMinutes * 60,
    next: hasManagers ? others : [...others, MANAGERS],
  };
}
