import type { TextSet } from '#platform';
import { CASE_TEXTS } from './cases/case-texts.js';
import { REVIEW_TEXTS } from './reviews/review-texts.js';
import { TICKET_TEXTS } from './tickets/ticket-texts.js';
import { CALENDAR_TEXTS } from './calendars/calendar-texts.js';
import { VOUCHER_TEXTS } from './vouchers/voucher-texts.js';

/** What this service answers when something is wrong. */
export const COMPLAINTS_TEXTS: TextSet = {
  problems: {
    ...CASE_TEXTS.problems,
    ...TICKET_TEXTS.problems,
    ...VOUCHER_TEXTS.problems,
    ...REVIEW_TEXTS.problems,
    'attachments-full': { 'zh-CN': '每个工单最多 {most} 个附件。', en: 'A ticket has {most} attachments at most.' },
  },
  reasons: {
    ...CASE_TEXTS.reasons,
    ...TICKET_TEXTS.reasons,
    ...VOUCHER_TEXTS.reasons,
    ...REVIEW_TEXTS.reasons,
    ...CALENDAR_TEXTS.reasons,
    'form-key-short': {
      'zh-CN': '公开表单的幂等键须为 16 到 255 个可见 ASCII 字符',
      en: 'must be 16 to 255 visible ASCII characters in the public form',
    },
    'text-blank': { 'zh-CN': '请写明内容', en: 'must say something' },
    'calendar-day': {
      'zh-CN': '必须是 YYYY-MM-DD 形式的日历日期',
      en: 'must be a day of the calendar, written YYYY-MM-DD',
    },
    'report-period-backwards': { 'zh-CN': '截止日早于起始日', en: 'is before the first day' },
    'report-period-too-long': { 'zh-CN': '最多 366 天', en: 'is more than 366 days after the first' },
    'phone-unreadable': { 'zh-CN': '不是电话号码', en: 'is no phone number' },
  },
  terms: {
    ...CASE_TEXTS.terms,
    'public-complaint': { 'zh-CN': '该编号与查询码的来信', en: 'complaint with this number and code' },
    attachment: { 'zh-CN': '附件', en: 'attachment' },
    ...TICKET_TEXTS.terms,
    ...VOUCHER_TEXTS.terms,
    ...REVIEW_TEXTS.terms,
    ...CALENDAR_TEXTS.terms,
    ticket: { 'zh-CN': '工单', en: 'ticket' },
  },
};
