import type { ComplaintsNotificationRequestedV1, NotificationTarget } from '#contracts';
import { Temporal } from 'temporal-polyfill';
import type { Limit } from '../clocks/clock.rules.js';
import type { ClockKind, ClockSubjectType, LadderName } from '../clocks/clock.vocabulary.js';
import type { ClockSubject } from './clock-subjects.js';

/** What a step of the ladder is about. */
export interface Fired {
  clockId: string;
  subjectType: ClockSubjectType;
  kind: ClockKind;
  limit: Limit;
  ladder: LadderName;
  round: number;
  /** Which step of the ladder, from 0. */
  index: number;
  /** 0: a warning, 1: the breach, 2: later. */
  level: number;
  /** When the step came. */
  at: Date;
  dueAt: Date;
}

export const KIND_NAMES: Record<ClockKind, { zh: string; en: string }> = {
  claim: { zh: '认领', en: 'claim' },
  'first-reply': { zh: '首次回复', en: 'first reply' },
  solution: { zh: '办结', en: 'closing' },
  compensation: { zh: '解决与补偿记录', en: 'record of solution and compensation' },
  'soothing-call': { zh: '安抚电话', en: 'soothing call' },
  statutory: { zh: '法定答复', en: 'statutory answer' },
  'private-answer': { zh: '私下答复', en: 'private answer' },
  facts: { zh: '事实、更正与补偿', en: 'facts, correction and compensation' },
  rectification: { zh: '整改', en: 'rectification' },
};

const CENTRE: NotificationTarget = { role: 'centre-manager' };
const GENERAL: NotificationTarget = { role: 'general-manager' };
const MEDICAL: NotificationTarget = { role: 'medical-affairs' };
const LEGAL: NotificationTarget = { role: 'legal' };
/** Of one notice; a ticket that more people watch must be escalated all the same. */
const MOST_TOLD = 200;

/**
 * To whom a step goes first, and to whom when nobody is there (CP-2); off-duty people are skipped by staff's roster. What
 * few may learn of goes to nobody else, however late it is (CP-3): disputes to medical affairs and legal, and what was
 * told in confidence to the centre's manager and medical affairs.
 */
export function recipientsOf(
  fired: Fired,
  subject: ClockSubject,
): { to: NotificationTarget[]; next: NotificationTarget[] } {
  const isDispute = (subject.ladder ?? fired.ladder) === 'medical-affairs';
  const above = isDispute ? [LEGAL] : subject.confidential ? [MEDICAL] : [GENERAL];
  if (fired.level === 0) {
    const to = subject.holders.length > 0 ? subject.holders : subject.desk;
    return { to, next: isDispute ? [LEGAL] : [CENTRE] };
  }
  if (isDispute) return fired.level > 1 ? { to: [LEGAL, MEDICAL], next: [] } : { to: [MEDICAL], next: above };
  if (fired.level > 1) return { to: above, next: [CENTRE] };
  if ((subject.ladder ?? fired.ladder) === 'centre' || subject.confidential || subject.departmentCode === null)
    return { to: [CENTRE], next: above };
  return { to: [{ departmentCode: subject.departmentCode, role: 'department-director' }], next: [CENTRE, ...above] };
}

/** The warning, or what a director or the general manager is told. */
export function noticeOf(fired: Fired, subject: ClockSubject, zone: string): ComplaintsNotificationRequestedV1 {
  const what = fired.level === 0 ? 'complaints.clock-warning' : 'complaints.clock-late';
  return { ...textsOf(fired, subject, zone), purpose: what, ...recipientsOf(fired, subject) };
}

/** What whoever works on it and watches it is told of an escalation; undefined when there is nobody. */
export function sideNoticeOf(
  fired: Fired,
  subject: ClockSubject,
  zone: string,
): ComplaintsNotificationRequestedV1 | undefined {
  const to = [...subject.holders, ...subject.watchers].slice(0, MOST_TOLD);
  if (fired.level === 0 || to.length === 0) return undefined;
  return { ...textsOf(fired, subject, zone), purpose: 'complaints.clock-late-told', to, next: [] };
}

function textsOf(fired: Fired, subject: ClockSubject, zone: string) {
  const { clockId, round, index, level, dueAt, at } = fired;
  const kind = KIND_NAMES[fired.kind];
  const due = shortTime(dueAt, zone);
  const limit = limitText(fired.limit);
  return {
    ...{ subjectType: fired.subjectType, subjectId: subject.id, occasion: `${clockId}-${round}-${index}` },
    ...{ urgency: subject.isRed ? ('red' as const) : ('normal' as const), link: subject.link },
    owedAt: at.toISOString(),
    titleZh: `${level === 0 ? '即将超时' : '已超时'}：${subject.nameZh}`,
    titleEn: `${level === 0 ? 'Soon late' : 'Late'}: ${subject.nameEn}`,
    textZh: `${subject.nameZh}的“${kind.zh}”时限${limit.zh}，${due} 到期${SAID[level]?.zh ?? ''}`,
    textEn: `The ${kind.en} of ${subject.nameEn} ${limit.en} is due at ${due}${SAID[level]?.en ?? ''}`,
  };
}

const SAID: readonly { zh: string; en: string }[] = [
  { zh: '，请尽快处理。', en: '. Please see to it.' },
  { zh: '，尚未完成，已上报科室主任。', en: ' and not done; the director is told.' },
  { zh: '，仍未完成，已上报总经理。', en: ' and still not done; the general manager is told.' },
];

function limitText(limit: Limit): { zh: string; en: string } {
  if (limit.unit === 'until') return { zh: '', en: '' };
  const { value } = limit;
  if (limit.unit === 'working-days')
    return value === 0
      ? { zh: '为当日', en: '(the same day)' }
      : { zh: `为 ${value} 个工作日`, en: `(${value} working days)` };
  return value % 60 === 0
    ? { zh: `为 ${value / 60} 小时`, en: `(${value / 60} h)` }
    : { zh: `为 ${value} 分钟`, en: `(${value} min)` };
}

/** Month, day and time on the hospital's clock; 24:00 is the end of the day that is meant. */
function shortTime(at: Date, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();
  const isMidnight = local.hour === 0 && local.minute === 0;
  const day = isMidnight ? local.subtract({ days: 1 }) : local;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(day.month)}-${two(day.day)} ${isMidnight ? '24:00' : `${two(local.hour)}:${two(local.minute)}`}`;
}
