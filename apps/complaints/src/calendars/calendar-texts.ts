import type { TextSet } from '#platform';

/** What is answered about clocks, hours and years when something is wrong. */
export const CALENDAR_TEXTS = {
  reasons: {
    'day-of-another-year': { 'zh-CN': '不属于该年份', en: 'is not of this year' },
    'calendar-day': {
      'zh-CN': '必须是 YYYY-MM-DD 形式的日历日期',
      en: 'must be a day of the calendar, written YYYY-MM-DD',
    },
    'day-both-ways': { 'zh-CN': '不能既是节假日又是工作日', en: 'cannot be both a holiday and worked' },
    'hours-never-open': {
      'zh-CN': '一周内至少要有一个计时时段，且足以走完时限',
      en: 'must count at some time of the week, and enough for the limit to end',
    },
    'hours-in-order': {
      'zh-CN': '时段须先后有序、互不重叠且不为空',
      en: 'must be in order, must not overlap and must not be empty',
    },
  },
  terms: {
    'working-calendar': { 'zh-CN': '该年份的工作日历', en: 'calendar of this year' },
    'clock-setting': { 'zh-CN': '该颜色的时限', en: 'limits of this colour' },
  },
} satisfies TextSet;
