import type { TextSet } from '#platform';

/** Why a protocol's document is refused (FU-5). */
export const PROTOCOL_REASONS: NonNullable<TextSet['reasons']> = {
  'escalation-after-lapse': {
    'zh-CN': '晚于任务过期时间，永远不会通知任何人',
    en: 'is after the task lapses: nobody would ever be told',
  },
  'nothing-to-do': { 'zh-CN': '至少须有一个步骤或定期回访', en: 'must have a step or a recurrence' },
  'window-negative': { 'zh-CN': '不得早于起算日', en: 'must not be before what it is counted from' },
  'window-reversed': { 'zh-CN': '不得早于窗口的第一天', en: 'must not be before the first day of the window' },
  'step-without-time': { 'zh-CN': '须有 window（天）或 offset（小时）', en: 'must have a window or an offset' },
  'step-with-two-times': { 'zh-CN': 'window 与 offset 只能有一个', en: 'must have a window or an offset, not both' },
  'steps-out-of-order': { 'zh-CN': '步骤须按时间先后排列', en: 'must not be due before the step above it' },
  'key-doubled': { 'zh-CN': '方案内不得重复', en: 'must be used once in a protocol' },
  'ages-reversed': { 'zh-CN': '年龄下限不得大于上限', en: 'must not end before it begins' },
  'recurrence-overlapping': {
    'zh-CN': '本次回访须在下一次开始前结束',
    en: 'must let a visit end before the next one opens',
  },
  'form-without-questionnaire': {
    'zh-CN': '以链接填写的步骤须指定问卷',
    en: 'must name the questionnaire that a form asks',
  },
};
