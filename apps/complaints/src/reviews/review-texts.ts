import type { TextSet } from '#platform';

/** What is answered about reviews, patrols and crises when something is wrong (CP-6). */
export const REVIEW_TEXTS = {
  problems: {
    'review-known': { 'zh-CN': '该评价已登记。', en: 'This review is recorded already.' },
    'review-answered': { 'zh-CN': '该评价已有人答复。', en: 'Somebody has answered this review already.' },
    'patrol-done': { 'zh-CN': '该巡查已完成。', en: 'This patrol is done already.' },
    'platform-taken': { 'zh-CN': '已有同一代码的平台。', en: 'There is a platform of this code.' },
    'statement-outdated': {
      'zh-CN': '声明已更新至第 {newest} 版，请阅读后再操作。',
      en: 'The statement has version {newest} by now: read it first.',
    },
    'statement-seat-taken': {
      'zh-CN': '此席位已有人会签该版本。',
      en: 'Somebody else has approved this version for that seat.',
    },
    'statement-two-seats': { 'zh-CN': '一人不能代表两方会签。', en: 'Nobody approves for two seats.' },
    'statement-not-your-seat': {
      'zh-CN': '您不能代表该方（{seat:term}）会签。',
      en: 'You cannot approve for {seat:term}.',
    },
    'crisis-without-statement': {
      'zh-CN': '声明尚未三方会签，不能结束。',
      en: 'No statement was approved by all three: it cannot be closed.',
    },
    'crisis-closed': { 'zh-CN': '该危机已结束。', en: 'This crisis is closed.' },
  },
  reasons: {
    'platform-unknown': { 'zh-CN': '没有此平台', en: 'is no platform' },
    'in-the-future': { 'zh-CN': '是将来的时间', en: 'is in the future' },
  },
  terms: {
    review: { 'zh-CN': '评价', en: 'review' },
    patrol: { 'zh-CN': '巡查', en: 'patrol' },
    'review-platform': { 'zh-CN': '平台', en: 'platform' },
    crisis: { 'zh-CN': '危机', en: 'crisis' },
    service: { 'zh-CN': '客服', en: 'service' },
    'medical-affairs': { 'zh-CN': '医务', en: 'medical affairs' },
    legal: { 'zh-CN': '法务', en: 'legal' },
  },
} satisfies TextSet;
