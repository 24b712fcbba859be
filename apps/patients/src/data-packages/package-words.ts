import { OWN_FIELD_WORDS } from './field-words.js';
import { FIELD_WORDS_OF_OTHERS } from './field-words-of-others.js';

const UNKNOWN = '其他 Other';
/** Of no use on paper: they are in the file for programs. */
const UNREADABLE = /^id$|Ids?$/;

export function isPrinted(name: string): boolean {
  return !UNREADABLE.test(name);
}

/**
 * What a field's name means, Chinese first. A service may be newer than this one: what it says is printed, the name it
 * gives it is not. Tests find the names without a label: of every service's columns (tools/documents), of a full person.
 */
export function labelOf(name: string): string {
  return wordsOf(name)?.join(' ') ?? UNKNOWN;
}

/** Whether a field can be printed under a name that people understand. */
export function hasLabel(name: string): boolean {
  return !isPrinted(name) || wordsOf(name) !== undefined;
}

function wordsOf(name: string): readonly [zh: string, en: string] | undefined {
  const words = Object.hasOwn(OWN_FIELD_WORDS, name) ? OWN_FIELD_WORDS : FIELD_WORDS_OF_OTHERS;
  return Object.hasOwn(words, name) ? words[name] : undefined;
}

/** Words that stand for themselves in the records. */
export const VALUE_WORDS: Readonly<Record<string, string>> = {
  true: '是 yes',
  false: '否 no',
  male: '男 male',
  female: '女 female',
  inpatient: '住院 inpatient',
  outpatient: '门诊 outpatient',
  emergency: '急诊 emergency',
  exam: '体检 examination',
  planned: '计划中 planned',
  'in-progress': '进行中 in progress',
  finished: '已结束 finished',
  cancelled: '已取消 cancelled',
  admitted: '入院 admitted',
  registered: '登记 registered',
  care: '诊疗 care',
  'follow-up': '随访 follow-up',
  complaint: '投诉与工单 complaint or request',
  marketing: '推广 marketing',
  research: '科研 research',
  publication: '公开发表 publication',
  deceased: '已故 deceased',
  cured: '已治愈 cured',
  'do-not-contact': '勿联系 do not contact',
  read: '查看 read',
  change: '更改 changed',
  open: '待办 open',
  done: '已完成 done',
  lapsed: '已过期 lapsed',
  waiting: '等待中 waiting',
  ready: '已完成 ready',
  expired: '已过期 expired',
  withdrawn: '已撤回 withdrawn',
  requested: '已申请 requested',
  confirmed: '已确认 confirmed',
  declined: '已拒绝 declined',
  self: '本人 the person',
  person: '本人 the person',
  patient: '本人 the patient',
  guardian: '监护人 guardian',
  representative: '代理人 representative',
  'near-relative': '近亲属 near relative',
  'next-of-kin': '近亲属 next of kin',
  hospital: '医院 hospital',
  'document-in-person': '当面核验证件 document seen in person',
  'document-by-video': '视频核验证件 document seen by video',
  'signed-in-app': '应用内登录 signed in',
  'id-document-seen': '核验证件 document seen',
  'code-to-phone': '短信验证码 code to phone',
  'video-call': '视频通话 video call',
  'court-order': '法院文书 court order',
  'not-needed': '无需 not needed',
  other: '其他 other',
  phone: '电话 phone',
  'separate-consent': '单独同意 separate consent',
  applies: '适用 applies',
  'does-not-apply': '不适用 does not apply',
  'by-rule': '按规则 by rule',
  hand: '人工 by hand',
  rule: '规则 by rule',
  laboratory: '检验 laboratory',
  imaging: '影像 imaging',
  pathology: '病理 pathology',
  preliminary: '初步 preliminary',
  final: '最终 final',
  corrected: '已更正 corrected',
  normal: '正常 normal',
  abnormal: '异常 abnormal',
  critical: '危急 critical',
  given: '赠送 given',
  received: '受赠 received',
  reached: '已联系上 reached',
  day: '日 day',
  month: '月 month',
};

export const SERVICE_WORDS: Readonly<Record<string, string>> = {
  patients: '患者档案 Patients',
  'follow-up': '随访 Follow-up',
  complaints: '投诉与工单 Complaints and tickets',
  his: '医院信息系统接口 Hospital systems',
  staff: '员工与通知 Staff and notifications',
};
