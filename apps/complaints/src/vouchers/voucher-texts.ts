import type { TextSet } from '#platform';

/** What is answered about vouchers when something is wrong (CP-5). */
export const VOUCHER_TEXTS = {
  problems: {
    'voucher-code-mistyped': {
      'zh-CN': '券码输入有误，请核对。',
      en: 'This can be no code of a voucher: check how it was typed.',
    },
    'voucher-code-unknown': { 'zh-CN': '没有这个券码。', en: 'There is no voucher of this code.' },
    'voucher-redeemed': { 'zh-CN': '该券已使用。', en: 'The voucher has been used.' },
    'voucher-reserved': {
      'zh-CN': '该券已被占用，尚未确认或释放。',
      en: 'The voucher is held for a promise that is neither confirmed nor given back.',
    },
    'voucher-expired': { 'zh-CN': '该券已过期。', en: 'The voucher has expired.' },
    'voucher-not-approved': { 'zh-CN': '该券尚未审批。', en: 'The voucher is not approved yet.' },
    'voucher-approved': { 'zh-CN': '该券无需审批或已审批。', en: 'The voucher does not wait for approval.' },
    'voucher-void': { 'zh-CN': '该券已作废或未获批准。', en: 'The voucher is void, or was declined.' },
    'voucher-kind': { 'zh-CN': '该券不能用于此项服务。', en: 'The voucher is good for something else.' },
    'voucher-own-approval': {
      'zh-CN': '不能审批自己签发的券。',
      en: 'Who issued a voucher does not decide about it: ask somebody else.',
    },
    'voucher-reservation-taken': {
      'zh-CN': '此占用编号已用于另一张券。',
      en: 'This reservation is of another voucher.',
    },
    'voucher-type-taken': { 'zh-CN': '已有同一代码的券种。', en: 'There is a type of this code.' },
  },
  reasons: {
    'voucher-code-length': { 'zh-CN': '券码应为 12 位', en: 'has not the twelve characters of a code' },
    'voucher-code-character': {
      'zh-CN': '含有券码中没有的字符（券码不用 0、O、1、I、L）',
      en: 'has a character that codes do not have (0, O, 1, I and L are none)',
    },
    'voucher-code-check': {
      'zh-CN': '校验不符：有一位输错，或两位颠倒',
      en: 'does not check: a character is wrong, or two changed places',
    },
    'voucher-type-unknown': { 'zh-CN': '没有此券种，或已停用', en: 'is no type that is given out' },
    'source-needed': { 'zh-CN': '请说明是哪一个', en: 'has to say which one' },
    'ticket-unknown': { 'zh-CN': '没有此工单', en: 'is no ticket' },
    'period-backwards': { 'zh-CN': '结束时间必须晚于开始时间', en: 'must be after the beginning' },
    'code-form': { 'zh-CN': '须为小写字母单词，以连字符连接', en: 'must be lower-case words joined by hyphens' },
    blank: { 'zh-CN': '不能为空白', en: 'must not be blank' },
  },
  terms: {
    voucher: { 'zh-CN': '补偿券', en: 'voucher' },
    'voucher-type': { 'zh-CN': '券种', en: 'type of voucher' },
    'voucher-reservation': { 'zh-CN': '补偿券占用', en: 'reservation of a voucher' },
  },
} satisfies TextSet;
