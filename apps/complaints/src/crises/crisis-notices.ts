import type { ComplaintsNotificationRequestedV1, NotificationTarget, Role } from '#contracts';
import type { Crisis } from './crisis.entity.js';
import type { TeamSeat } from './statement.rules.js';

/** Whose the seats are: service, medical affairs and legal (CP-6). */
export const ROLE_OF_SEAT: Readonly<Record<TeamSeat, Role>> = {
  service: 'centre-manager',
  'medical-affairs': 'medical-affairs',
  legal: 'legal',
};

/** A quarter of an hour of the two: when nobody has looked by then, the general manager is told. */
const ACKNOWLEDGE_SECONDS = 900;
/** The three, as notifications reach them. */
export const TEAM_TARGETS = Object.values(ROLE_OF_SEAT).map((role): NotificationTarget => ({ role }));
const SPEAKERS: NotificationTarget[] = [
  { role: 'agent' },
  { role: 'guide' },
  { role: 'follow-up-nurse' },
  ...TEAM_TARGETS,
];

/** Calls the team of three, at any hour. */
export function declaredNotice(crisis: Crisis): ComplaintsNotificationRequestedV1 {
  return {
    ...noticeOf(crisis, 'declared', 'red'),
    titleZh: '舆情危机：两小时内给出声明',
    titleEn: 'Crisis: a statement within two hours',
    textZh: `“${crisis.title}”已宣布为危机，请客服、医务、法务共同核实事实、整改与补偿并会签声明。`,
    textEn: `“${crisis.title}” was declared a crisis. Service, medical affairs and legal agree on facts, correction and compensation.`,
    to: TEAM_TARGETS,
    acknowledgeWithinSeconds: ACKNOWLEDGE_SECONDS,
    next: [{ role: 'general-manager' }],
  };
}

/** To the team, that a version waits for their approval. */
export function writtenNotice(crisis: Crisis, version: number): ComplaintsNotificationRequestedV1 {
  return {
    ...noticeOf(crisis, `version-${version}`, 'red'),
    titleZh: '危机声明待会签',
    titleEn: 'A statement waits for approval',
    textZh: `“${crisis.title}”的声明第 ${version} 版待会签。`,
    textEn: `Version ${version} of the statement on “${crisis.title}” waits for your approval.`,
    to: TEAM_TARGETS,
    next: [],
  };
}

/** To everybody who speaks with patients: from now on this is said, and nothing else. */
export function approvedNotice(crisis: Crisis, version: number): ComplaintsNotificationRequestedV1 {
  return {
    ...noticeOf(crisis, `approved-${version}`, 'normal'),
    link: '/complaints/crises/wordings',
    titleZh: '统一口径已发布',
    titleEn: 'The wording for all is out',
    textZh: `关于“${crisis.title}”的统一口径已会签，请一律按此答复。`,
    textEn: `The wording on “${crisis.title}” was approved by all three. Please say this, and nothing else.`,
    to: SPEAKERS,
    next: [],
  };
}

function noticeOf({ id }: Crisis, occasion: string, urgency: 'red' | 'normal') {
  return {
    ...{ purpose: 'complaints.crisis', subjectType: 'crisis', subjectId: id, occasion, urgency },
    link: `/complaints/crises/${id}`,
  };
}
