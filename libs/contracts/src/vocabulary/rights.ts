import { ROLES, type Role } from './roles.js';

interface Meaning {
  zh: string;
  en: string;
  /** Who has it while the hospital has not decided otherwise. */
  roles: readonly Role[];
}

const SEES_PATIENTS = ['agent', 'follow-up-nurse', 'centre-manager', 'duty-doctor', 'guide', 'administrator'] as const;
const SEES_FOLLOW_UP = [
  'follow-up-nurse',
  'centre-manager',
  'duty-doctor',
  'department-director',
  'administrator',
] as const;
/** Those who call or meet patients, or settle what they complain of. Who counts, checks, pays or runs machines need not know. */
const SEES_PATIENTS_IN_FULL = [
  'agent',
  'follow-up-nurse',
  'guide',
  'community-operator',
  'centre-manager',
  'duty-doctor',
  'department-answerer',
  'expert',
  'department-director',
  'medical-affairs',
  'legal',
  'general-manager',
] as const;
const HANDLES_TICKETS = [
  'agent',
  'guide',
  'centre-manager',
  'medical-affairs',
  'legal',
  'department-director',
  'general-manager',
  'administrator',
] as const;
const GIVES_VOUCHERS = ['agent', 'community-operator', 'centre-manager', 'marketing'] as const;
const PLANS_DUTY = ['centre-manager', 'department-director', 'medical-affairs', 'administrator'] as const;
const CALLS_OTHERS = [
  'agent',
  'follow-up-nurse',
  'guide',
  'centre-manager',
  'duty-doctor',
  'department-director',
  'medical-affairs',
  'administrator',
] as const;

/** Every right, one for a kind of action, in the order a list of them is read. */
const MEANINGS = {
  'patients.read': { zh: '查看患者与就诊记录', en: 'Read patients and their visits', roles: SEES_PATIENTS },
  'patients.write': {
    zh: '登记和修改患者',
    en: 'Register and change patients',
    roles: ['agent', 'centre-manager', 'administrator'],
  },
  'patients.promises.write': {
    zh: '记录对患者的承诺及其兑现',
    en: 'Record promises made to patients, and that they were kept',
    roles: ['agent', 'follow-up-nurse', 'centre-manager', 'administrator'],
  },
  'patients.import': {
    zh: '批量导入患者',
    en: 'Import files of patients',
    roles: ['centre-manager', 'administrator'],
  },
  'patients.merge': {
    zh: '合并与拆分患者档案',
    en: 'Merge records of patients and take merges back',
    roles: ['centre-manager', 'administrator'],
  },
  'patients.erase': {
    zh: '删除个人信息（须两人）',
    en: 'Ask for and confirm the erasure of a person, two people each time',
    roles: ['centre-manager', 'legal', 'administrator'],
  },
  'patients.export': {
    zh: '导出患者名单',
    en: 'Export lists of patients',
    roles: ['centre-manager', 'administrator'],
  },
  // Of one person's data in full, to hand out: who does it checks who asks, and on what ground.
  'patients.disclose': {
    zh: '应本人要求提供个人信息副本',
    en: 'Hand a person a copy of their data',
    roles: ['centre-manager', 'legal', 'administrator'],
  },
  'patients.tags.manage': {
    zh: '维护患者标签目录',
    en: 'Maintain the catalogue of tags',
    roles: ['centre-manager', 'administrator'],
  },
  'patients.segments.manage': {
    zh: '维护患者分群',
    en: 'Maintain segments of patients',
    roles: ['follow-up-nurse', 'centre-manager', 'administrator'],
  },
  'patients.communities.read': {
    zh: '查看病友社群与成员',
    en: 'Read communities of patients and their members',
    roles: ['agent', 'follow-up-nurse', 'community-operator', 'centre-manager', 'duty-doctor', 'administrator'],
  },
  'patients.communities.write': {
    zh: '运营本人负责的病友社群（成员、动态、资料）',
    en: 'Look after one’s own communities: members, activity, settings',
    roles: ['agent', 'community-operator', 'centre-manager', 'administrator'],
  },
  'patients.communities.manage': {
    zh: '建立、关闭和管理所有病友社群',
    en: 'Open and close communities, and look after any of them',
    roles: ['community-operator', 'centre-manager', 'administrator'],
  },
  // HIV, pregnancy, psychiatry …: for those who treat or follow up, not for whoever answers the phone (PT-9).
  'patients.sensitive.read': {
    zh: '查看敏感检查结果与用药',
    en: 'See results and drugs that the hospital calls sensitive',
    roles: ['follow-up-nurse', 'duty-doctor', 'department-director', 'medical-affairs'],
  },
  'patients.sensitive.manage': {
    zh: '维护敏感检查与用药的判定词条',
    en: 'Decide which results and drugs are sensitive',
    roles: ['medical-affairs', 'administrator'],
  },
  'personal.unmasked': {
    zh: '查看未脱敏的个人信息',
    en: 'See personal data in full instead of masked',
    roles: SEES_PATIENTS_IN_FULL,
  },
  'follow-up.read': {
    zh: '查看随访方案、计划与任务',
    en: 'Read follow-up protocols, plans and tasks',
    roles: SEES_FOLLOW_UP,
  },
  'follow-up.write': {
    zh: '完成随访任务、终止随访计划',
    en: 'Complete follow-up tasks and end plans',
    roles: ['follow-up-nurse', 'centre-manager', 'administrator'],
  },
  'follow-up.questionnaires.manage': {
    zh: '编写、发布和停用随访问卷',
    en: 'Write, publish and retire questionnaires',
    roles: ['centre-manager', 'medical-affairs', 'administrator'],
  },
  'follow-up.responses.read': {
    zh: '查看问卷答复',
    en: 'Read answers to questionnaires',
    roles: [...SEES_FOLLOW_UP, 'medical-affairs'],
  },
  'follow-up.responses.write': {
    zh: '录入和更正问卷答复',
    en: 'Enter and correct answers to questionnaires',
    roles: ['agent', 'follow-up-nurse', 'guide', 'centre-manager'],
  },
  // Gifts that staff took: nobody of the department concerned may learn who told.
  'follow-up.confidential.read': {
    zh: '查看问卷中的保密答复（如红包、宴请）',
    en: 'Read what was answered in confidence, such as gifts that were taken',
    roles: ['centre-manager', 'medical-affairs', 'legal'],
  },
  // Figures by nurse are about staff: for those who lead them.
  'follow-up.statistics.read': {
    zh: '查看随访指标与满意度结果',
    en: 'Read the figures of follow-up and the results of surveys',
    roles: ['centre-manager', 'department-director', 'medical-affairs', 'administrator'],
  },
  // A promise of minutes: only those who may advise on pain.
  'follow-up.green-channel.answer': {
    zh: '受理绿色通道并记录医生回电',
    en: 'Take on green-channel cases and record the doctor’s call',
    roles: ['duty-doctor', 'department-director', 'medical-affairs'],
  },
  'follow-up.deal': {
    zh: '分派与改派随访任务',
    en: 'Deal follow-up tasks to nurses, and reassign them',
    roles: ['centre-manager', 'administrator'],
  },
  'follow-up.surveys.manage': {
    zh: '维护满意度调查抽样规则',
    en: 'Decide which visits are drawn for surveys',
    roles: ['centre-manager', 'administrator'],
  },
  'follow-up.protocols.manage': {
    zh: '维护随访方案',
    en: 'Write, publish and retire follow-up protocols',
    roles: ['centre-manager', 'administrator'],
  },
  'complaints.read': { zh: '查看投诉与工单', en: 'Read complaints and tickets', roles: HANDLES_TICKETS },
  'complaints.handle': {
    zh: '受理、处理和办结工单',
    en: 'Take requests in, and work on tickets until they are closed',
    roles: HANDLES_TICKETS,
  },
  // Law suits and expert opinions: whoever else reads along may harm the hospital and the patient (CP-3).
  'complaints.disputes': {
    zh: '查看和处理医疗纠纷',
    en: 'See and handle medical disputes',
    roles: ['medical-affairs', 'legal'],
  },
  // Gifts that staff took, told in confidence: nobody of the department concerned may learn of it.
  'complaints.confidential': {
    zh: '查看保密工单（如红包、宴请线索）',
    en: 'See tickets told in confidence, such as gifts that were taken',
    roles: ['centre-manager', 'medical-affairs', 'legal'],
  },
  'complaints.manage': {
    zh: '合并、终止工单，维护投诉设置，登记节假日',
    en: 'Merge and stop tickets, decide about colours and canned replies, and note holidays',
    roles: ['centre-manager', 'medical-affairs', 'administrator'],
  },
  'vouchers.read': {
    zh: '查看补偿券及兑换率',
    en: 'Read compensation vouchers and their figures',
    roles: [...GIVES_VOUCHERS, 'guide', 'finance', 'general-manager', 'administrator'],
  },
  'vouchers.issue': { zh: '签发补偿券', en: 'Issue compensation vouchers', roles: GIVES_VOUCHERS },
  'vouchers.approve': {
    zh: '审批超额补偿券',
    en: 'Approve vouchers above the value',
    roles: ['centre-manager', 'general-manager'],
  },
  'vouchers.manage': {
    zh: '维护补偿券种类、作废补偿券',
    en: 'Maintain types of vouchers, and make vouchers void',
    roles: ['centre-manager', 'general-manager', 'administrator'],
  },
  'vouchers.redeem': {
    zh: '核销补偿券',
    en: 'Redeem vouchers at a desk',
    roles: ['agent', 'guide', 'centre-manager', 'finance'],
  },
  'praise.approve': {
    zh: '审批表扬与评优结果',
    en: 'Approve praise and awards',
    roles: ['general-manager'],
  },
  // Rewards and whose bonus is gone are about staff: for those who lead or pay them.
  'awards.read': {
    zh: '查看评优资格、奖金否决与表扬奖励',
    en: 'See who may be awarded, whose bonus is gone, and rewards of praise',
    roles: ['centre-manager', 'medical-affairs', 'finance', 'general-manager', 'administrator'],
  },
  'reviews.handle': {
    zh: '巡查平台、处理网络评价',
    en: 'Look through platforms, and answer reviews there',
    roles: ['agent', 'centre-manager', 'medical-affairs', 'legal', 'marketing'],
  },
  // What is said in a crisis is said by three together (CP-6).
  'crises.handle': {
    zh: '宣布和处置舆情危机、会签对外声明',
    en: 'Declare crises, and write and approve the statement',
    roles: ['centre-manager', 'medical-affairs', 'legal', 'general-manager'],
  },
  'departments.write': { zh: '维护科室', en: 'Create and change departments', roles: ['administrator'] },
  'staff.write': { zh: '维护员工、职称与技能', en: 'Maintain staff, titles and skills', roles: ['administrator'] },
  'rosters.write': { zh: '排班与替班', en: 'Plan duty rosters and substitutes', roles: PLANS_DUTY },
  'accounts.manage': { zh: '管理账号与登录会话', en: 'Manage accounts and their sessions', roles: ['administrator'] },
  'roles.manage': { zh: '修改角色权限', en: 'Change what roles may do', roles: ['administrator'] },
  'notifications.send': { zh: '通知员工或值班人员', en: 'Notify people and those on duty', roles: CALLS_OTHERS },
  'his.read': {
    zh: '查看接口伙伴与其报文（脱敏）',
    en: 'Read partners and the messages they sent, masked',
    roles: ['integrator', 'administrator'],
  },
  // Of the patients that his own system sent, and needed to find out why it is misread. Others repair by segments.
  'his.raw.read': {
    zh: '下载未脱敏的原始报文',
    en: 'Download raw messages, unmasked, as they came',
    roles: ['integrator'],
  },
  'his.write': {
    zh: '修复和重试被拒报文',
    en: 'Repair and retry refused messages',
    roles: ['integrator', 'administrator'],
  },
  'partners.manage': { zh: '维护接口伙伴', en: 'Add and change partner systems', roles: ['administrator'] },
  'audit.read': { zh: '查看审计记录', en: 'Read the audit trail', roles: ['legal', 'administrator'] },
  'ops.read': { zh: '查看运行状态', en: 'See how the services run', roles: ['administrator'] },
  'ops.write': {
    zh: '运维操作（重放、丢弃、重发）',
    en: 'Operate: replay, discard, republish',
    roles: ['administrator'],
  },
} as const satisfies Record<string, Meaning>;

/** What may be allowed to a role. Which role has which is data of the hospital (apps/staff); this is the vocabulary. */
export type Right = keyof typeof MEANINGS;

export const RIGHTS = Object.keys(MEANINGS) as Right[];

/** What a right allows, in the words of who hands rights out. */
export const RIGHT_MEANINGS: Readonly<Record<Right, Meaning>> = MEANINGS;

/** What a role may do while the hospital has not decided otherwise. */
export const DEFAULT_RIGHTS = Object.fromEntries(
  ROLES.map((role) => [role, RIGHTS.filter((right) => RIGHT_MEANINGS[right].roles.includes(role))]),
) as Record<Role, Right[]>;
