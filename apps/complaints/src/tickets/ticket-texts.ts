import type { TextSet } from '#platform';

/** What is answered when something is wrong with a ticket. */
export const TICKET_TEXTS = {
  problems: {
    'ticket-transition': {
      'zh-CN': '工单{state:term}，不能进行此操作。',
      en: 'The ticket is {state:term}: this cannot be done now.',
    },
    'ticket-claimed': { 'zh-CN': '该工单正由{by}处理。', en: 'This ticket is in the hands of {by}.' },
    'ticket-dispute': {
      'zh-CN': '此为医疗纠纷，仅限医务科和法务查看。',
      en: 'This is a medical dispute: for medical affairs and legal only.',
    },
    'ticket-confidential': {
      'zh-CN': '此工单为保密工单，您无权查看。',
      en: 'This ticket was told in confidence: you may not see it.',
    },
    'ticket-unfinished': {
      'zh-CN': '办结前仍有未完成的事项。',
      en: 'Something has to be done before this ticket can be closed.',
    },
    'ticket-merge-target': {
      'zh-CN': '工单 {number} {state:term}，不能并入。',
      en: 'Ticket {number} is {state:term}: the ticket cannot be merged into it.',
    },
    'ticket-merge-changed': {
      'zh-CN': '该工单刚刚被并入另一工单，请重新查看。',
      en: 'The ticket has just been merged into another one: look again.',
    },
    'ticket-survivor-merged': {
      'zh-CN': '工单 {number} 又并入了另一工单，请先撤销该合并。',
      en: 'Ticket {number} goes on in another one itself: take that merge back first.',
    },
    'ticket-patient-known': {
      'zh-CN': '该工单已属于另一位患者，不能更改；如登记有误，请终止后重新登记。',
      en: 'This ticket is another patient’s and stays so: if that is wrong, stop it and enter it anew.',
    },
    'canned-reply-code-taken': {
      'zh-CN': '已有代码为 {code} 的常用回复。',
      en: 'There is a canned reply with the code {code} already.',
    },
    'dispute-not-medical': { 'zh-CN': '医疗纠纷必须为医疗类投诉。', en: 'A dispute is a medical complaint.' },
  },
  reasons: {
    'in-future': { 'zh-CN': '不能晚于现在', en: 'is in the future' },
    'account-unknown': { 'zh-CN': '不是可用的账号', en: 'is no account that can sign in' },
    'account-without-right': { 'zh-CN': '此账号无权处理该工单', en: 'may not work on this ticket' },
    'account-or-department': { 'zh-CN': '须指定账号或科室', en: 'or departmentCode has to be given' },
    'department-unknown': { 'zh-CN': '不是现有科室', en: 'is no department' },
    'department-concerned': { 'zh-CN': '是保密工单所涉科室', en: 'is the one a ticket told in confidence is about' },
    'ticket-into-itself': { 'zh-CN': '不能并入自身', en: 'is the ticket itself' },
  },
  terms: {
    'canned-reply': { 'zh-CN': '常用回复', en: 'canned reply' },
    'ticket-open': { 'zh-CN': '待受理', en: 'open' },
    'ticket-claimed': { 'zh-CN': '处理中', en: 'claimed' },
    'ticket-waiting-for-patient': { 'zh-CN': '等待患者', en: 'waiting for the patient' },
    'ticket-solved': { 'zh-CN': '已解决', en: 'solved' },
    'ticket-closed': { 'zh-CN': '已办结', en: 'closed' },
    'ticket-merged': { 'zh-CN': '已合并', en: 'merged' },
    'ticket-other-matter': { 'zh-CN': '与该工单性质不同', en: 'of another nature' },
    'ticket-less-restricted': { 'zh-CN': '可查看的人员更多', en: 'seen by more people' },
    'ticket-stopped': { 'zh-CN': '已终止', en: 'stopped' },
  },
} satisfies TextSet;
