import type { TextSet } from '#platform';
import { PROTOCOL_REASONS } from './protocols/protocol-reasons.js';
import { QUESTIONNAIRE_REASONS } from './questionnaires/questionnaire-reasons.js';

/** What this service answers when something is wrong. */
export const FOLLOW_UP_TEXTS: TextSet = {
  problems: {
    'questionnaire-not-asked': {
      'zh-CN': '问卷 {code} 第 {version} 版{status:term}，不能用它作答。',
      en: 'Version {version} of the questionnaire {code} is {status:term}: it takes no such answers.',
    },
    'task-asked-another': {
      'zh-CN': '此任务问的是问卷 {code} 第 {version} 版，不能用其他问卷或版本作答。',
      en: 'The task asked the questionnaire {code}, version {version}: it takes no answers to another one.',
    },
    'draft-exists': {
      'zh-CN': '问卷 {code} 已有一份草稿，请修改该草稿。',
      en: 'There is a draft of the questionnaire {code} already: change that one.',
    },
    'questionnaire-status': {
      'zh-CN': '该版本{status:term}，不能进行此操作。',
      en: 'This version is {status:term}: it cannot be changed so.',
    },
    'questionnaire-needed': {
      'zh-CN': '问卷 {code} 为绿色通道所必需，不能停用；请发布新版本来替换。',
      en: 'The green channel needs the questionnaire {code}: publish its next version in place of this one.',
    },
    'response-amended': {
      'zh-CN': '该答复已被更正，请更正最新的一份。',
      en: 'Another response stands in its place already: amend that one.',
    },
    'patient-deceased': { 'zh-CN': '该患者已去世。', en: 'The patient has died.' },
    'patient-unwilling': {
      'zh-CN': '患者不愿被联系或随访，不发放问卷链接。',
      en: 'The patient does not want to be asked.',
    },
    'stay-cancelled': { 'zh-CN': '此次住院已取消。', en: 'The stay was cancelled.' },
    'survey-over': {
      'zh-CN': '此次住院的满意度调查已完成，不再发放链接。',
      en: 'The survey of this stay is over: it is answered, or was refused.',
    },
    'survey-not-published': { 'zh-CN': '问卷{code}没有已发布的版本。', en: 'No version of {code} is published.' },
    'task-answered': {
      'zh-CN': '此任务的问卷已有答复；如需更正，请修正该答复。',
      en: 'The questionnaire of this task is answered already; amend that answer to correct it.',
    },
    'plan-ended': {
      'zh-CN': '随访计划已结束（{reason:term}）。',
      en: 'The plan has ended already: {reason:term}.',
    },
    'task-claimed': {
      'zh-CN': '该任务正由另一名护士处理。',
      en: 'Another nurse has this task in hand.',
    },
    'task-not-in-hand': {
      'zh-CN': '您没有领取该任务，或领取已过期。',
      en: 'You do not have this task in hand, or no longer.',
    },
    'calendar-unknown': {
      'zh-CN': '尚未登记{year}年的法定节假日，常规电话暂不派发；请负责人用 PUT /complaints/calendar/{year} 登记。',
      en: 'Nobody has noted the public holidays of {year}: routine calls wait until a manager does, by PUT /complaints/calendar/{year}.',
    },
    'green-channel-closed': {
      'zh-CN': '此绿色通道已处理完毕。',
      en: 'This green-channel case is closed already.',
    },
    'green-channel-taken': {
      'zh-CN': '此绿色通道已由{by}受理。',
      en: 'This green-channel case has been taken on by {by}.',
    },
    'task-not-letter': {
      'zh-CN': '该任务不是信件任务。',
      en: 'This task is no letter.',
    },
    'protocol-exists': {
      'zh-CN': '随访方案 {code} 已存在。',
      en: 'There is a protocol {code} already.',
    },
    'protocol-draft-exists': {
      'zh-CN': '随访方案 {code} 已有草稿（第 {version} 版）。',
      en: 'Protocol {code} has a draft already: version {version}.',
    },
    'protocol-status': {
      'zh-CN': '此版本的状态为：{status:term}；只有{wanted:term}版本才能这样做。',
      en: 'This version is {status:term}; it must be {wanted:term} for this.',
    },
    'task-not-open': {
      'zh-CN': '只有待办任务才能完成；此任务状态为：{status:term}。',
      en: 'Only an open task can be completed; this one is {status:term}.',
    },
  },
  reasons: {
    ...QUESTIONNAIRE_REASONS,
    'only-call-later': { 'zh-CN': '仅在稍后再拨时填写', en: 'goes with call-later only' },
    'only-when-reached': { 'zh-CN': '仅在联系成功时填写', en: 'goes with reached only' },
    'nothing-asked': { 'zh-CN': '该任务没有可答的问卷', en: 'is not for a task that asks no questionnaire' },
    'other-version-asked': {
      'zh-CN': '该任务使用问卷版本{version}',
      en: 'is not the version {version} that the task asks',
    },
    'nurse-unknown': { 'zh-CN': '不是在职的随访护士', en: 'is no follow-up nurse who works here' },
    'day-to-come': { 'zh-CN': '不能晚于今天', en: 'must not be after today' },
    'before-sent': { 'zh-CN': '须在寄出之后', en: 'must follow a day of sending' },
    'sent-or-returned': { 'zh-CN': '填写寄出日期或退回日期', en: 'or `returnedOn` must be given' },
    'only-when-returned': { 'zh-CN': '仅在信件退回时填写', en: 'goes with `returnedOn` only' },
    ...PROTOCOL_REASONS,
    'are-template-variables': { 'zh-CN': '须为少量按名称给出的短文本', en: 'must be a few short texts by name' },
    'moment-implausible': { 'zh-CN': '年份须在1900至9900之间', en: 'must be in a year from 1900 to 9900' },
    'not-in-future': { 'zh-CN': '必须是将来的时间', en: 'must be in the future' },
    'after-last-day': { 'zh-CN': '晚于任务的最后一天', en: 'is after the last day of the task' },
    'not-after-from': { 'zh-CN': '必须晚于开始时间', en: 'must be after `from`' },
    'no-hour-left': {
      'zh-CN': '一周内至少须留出一小时可拨打时间',
      en: 'leaves no hour of the week in which the patient can be called',
    },
    'calendar-day': {
      'zh-CN': '必须是 YYYY-MM-DD 形式的日历日期',
      en: 'must be a day of the calendar, written YYYY-MM-DD',
    },
    'questionnaire-unpublished': {
      'zh-CN': '该问卷没有已发布的版本',
      en: 'no version of this questionnaire is published',
    },
    'period-reversed': { 'zh-CN': '结束日期早于开始日期', en: 'the period ends before it begins' },
    'period-too-long': { 'zh-CN': '统计期间最长 {days} 天', en: 'a period has {days} days at most' },
  },
  terms: {
    'survey-rule': { 'zh-CN': '抽样规则', en: 'survey rule' },
    questionnaire: { 'zh-CN': '问卷', en: 'questionnaire' },
    response: { 'zh-CN': '问卷答复', en: 'response' },
    draft: { 'zh-CN': '尚未发布', en: 'a draft' },
    published: { 'zh-CN': '已发布', en: 'published' },
    retired: { 'zh-CN': '已停用', en: 'retired' },
    plan: { 'zh-CN': '随访计划', en: 'plan' },
    'segment-run': { 'zh-CN': '分层人群随访', en: 'follow-up of a segment' },
    nurse: { 'zh-CN': '护士', en: 'nurse' },
    calendar: { 'zh-CN': '节假日历', en: 'calendar' },
    task: { 'zh-CN': '随访任务', en: 'task' },
    protocol: { 'zh-CN': '随访方案', en: 'protocol' },
    'green-channel-case': { 'zh-CN': '绿色通道', en: 'green-channel case' },
    'patient-link': { 'zh-CN': '随访链接', en: 'follow-up link' },
    stay: { 'zh-CN': '住院', en: 'stay' },
    planned: { 'zh-CN': '未开始', en: 'planned' },
    open: { 'zh-CN': '待办', en: 'open' },
    done: { 'zh-CN': '已完成', en: 'done' },
    cancelled: { 'zh-CN': '已取消', en: 'cancelled' },
    lapsed: { 'zh-CN': '已过期', en: 'lapsed' },
    cured: { 'zh-CN': '已痊愈', en: 'cured' },
    deceased: { 'zh-CN': '已故', en: 'deceased' },
    transferred: { 'zh-CN': '已转院', en: 'transferred' },
    'discharge-cancelled': { 'zh-CN': '出院已撤销', en: 'discharge cancelled' },
    'procedure-withdrawn': { 'zh-CN': '手术编码已更正', en: 'operation code corrected' },
    'visit-cancelled': { 'zh-CN': '就诊已取消', en: 'visit cancelled' },
    refused: { 'zh-CN': '拒绝随访', en: 'refused' },
    readmitted: { 'zh-CN': '再次入院', en: 'readmitted' },
    'do-not-contact': { 'zh-CN': '请勿联系', en: 'do not contact' },
    'consent-withdrawn': { 'zh-CN': '已撤回随访同意', en: 'consent withdrawn' },
    discharged: { 'zh-CN': '已出院', en: 'discharged' },
    replaced: { 'zh-CN': '已被后续就诊取代', en: 'replaced' },
    other: { 'zh-CN': '其他', en: 'other' },
  },
};
