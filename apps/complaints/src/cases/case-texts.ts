import type { TextSet } from '#platform';

/** What cases, praise and awards answer when something is wrong. */
export const CASE_TEXTS = {
  problems: {
    'not-a-complaint': {
      'zh-CN': '此工单不是投诉，没有投诉处理记录。',
      en: 'This ticket is no complaint: it has no case.',
    },
    'case-over': {
      'zh-CN': '工单{state:term}，此时不能进行此操作。',
      en: 'The ticket is {state:term}: this cannot be done to its case now.',
    },
    'case-medical': {
      'zh-CN': '仅非医疗类投诉登记补偿，请先确认投诉类别。',
      en: 'Compensation is of a complaint that is not medical: say first which it is.',
    },
    'case-not-medical': {
      'zh-CN': '仅医疗类投诉或评价平台投诉登记安抚电话，请先确认投诉类别。',
      en: 'The soothing call is of a medical complaint or one on a review platform: say first which it is.',
    },
    'case-not-investigated': {
      'zh-CN': '尚未登记核实或调查结果，不能认定。',
      en: 'Nothing was verified or investigated yet: nothing can be confirmed.',
    },
    'complaint-not-confirmed': {
      'zh-CN': '该投诉未被认定为有效投诉，无需撤销。',
      en: 'This complaint is not confirmed: there is nothing to overturn.',
    },
    'return-call-answered': {
      'zh-CN': '该投诉的回访已有答复。',
      en: 'Whoever complained has answered already.',
    },
    'measure-transition': {
      'zh-CN': '该整改措施{state:term}，不能进行此操作。',
      en: 'This measure is {state:term}: this cannot be done now.',
    },
    'measure-own-work': {
      'zh-CN': '整改措施须由完成人以外的人员核验。',
      en: 'A measure is judged by somebody else than who did it.',
    },
    'praise-decided': { 'zh-CN': '该表扬{state:term}。', en: 'This praise is {state:term} already.' },
    'award-period-running': {
      'zh-CN': '评选周期至 {until} 结束，届时方可提名。',
      en: 'The period lasts until {until}: propose after it.',
    },
    'award-approved': { 'zh-CN': '该周期的评选结果已批准。', en: 'The result of this period is approved already.' },
    'award-ineligible': {
      'zh-CN': '提名中有科室或人员因有效投诉被取消资格。',
      en: 'Among them are some whom a valid complaint disqualifies.',
    },
  },
  reasons: {
    'nobody-responsible': { 'zh-CN': '须指定科室或人员', en: 'or a member of staff has to be given' },
    'nobody-praised': { 'zh-CN': '须指定被表扬的科室或人员', en: 'or a department has to be given' },
    'member-unknown': { 'zh-CN': '含有不存在的人员', en: 'names somebody who does not work here' },
    'due-again-needed': { 'zh-CN': '退回时须给出新的期限', en: 'is needed when a measure is refused' },
    'reward-needed': { 'zh-CN': '批准时须给出奖励金额', en: 'is needed for an approval' },
    'only-confirmed': { 'zh-CN': '仅在认定时填写', en: 'is given with confirmed only' },
    'only-approved': { 'zh-CN': '仅在批准时填写', en: 'is given with approved only' },
    'not-a-month': { 'zh-CN': '须为月份，如 2026-03', en: 'is no month such as 2026-03' },
    'not-a-period': { 'zh-CN': '须为季度或年份，如 2026-Q1', en: 'is no quarter or year such as 2026-Q1' },
    'too-far-ahead': { 'zh-CN': '不能超过一年', en: 'is more than a year ahead' },
  },
  terms: {
    measure: { 'zh-CN': '整改措施', en: 'measure' },
    praise: { 'zh-CN': '表扬', en: 'praise' },
    'praise-photo': { 'zh-CN': '表扬照片', en: 'photo of the praise' },
    award: { 'zh-CN': '评选结果', en: 'award' },
    'measure-planned': { 'zh-CN': '待完成', en: 'planned' },
    'measure-done': { 'zh-CN': '待核验', en: 'done, to be verified' },
    'measure-verified': { 'zh-CN': '已核验', en: 'verified' },
    'measure-withdrawn': { 'zh-CN': '已撤销', en: 'withdrawn' },
    'praise-recorded': { 'zh-CN': '已登记', en: 'recorded' },
    'praise-approved': { 'zh-CN': '已批准', en: 'approved' },
    'praise-declined': { 'zh-CN': '未批准', en: 'declined' },
  },
} satisfies TextSet;
