import type { TextSet } from '#platform';

/** What this service answers when something is wrong. */
export const COMPLAINTS_TEXTS: TextSet = {
  problems: {},
  terms: {
    ticket: { 'zh-CN': '工单', en: 'ticket' },
  },
};
