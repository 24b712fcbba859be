import type { TextSet } from '#platform';

/** What the gateway itself answers when something is wrong. */
export const GATEWAY_TEXTS: TextSet = {
  problems: {
    'path-refused': {
      'zh-CN': '地址含有空段、点段或重复编码的段。',
      en: 'The path has empty, dotted or doubly encoded segments.',
    },
    'headers-ambiguous': {
      'zh-CN': '只能出现一次的请求头出现了多次。',
      en: 'A header that may come once came twice, or can be read in two ways.',
    },
    'headers-too-many': { 'zh-CN': '请求头超过 100 个。', en: 'There are more than 100 headers.' },
    'stream-ticket-refused': {
      'zh-CN': '此票据对该事件流无效；请以 POST /stream-tickets 重新获取。',
      en: 'The ticket is not good for this stream; get another with POST /stream-tickets.',
    },
    'too-many-streams': {
      'zh-CN': '您已打开 {most} 个事件流，请先关闭其他窗口。',
      en: 'You have {most} event streams open; close another window first.',
    },
    'too-many-requests': {
      'zh-CN': '调用过于频繁，请在 {seconds} 秒后再试。',
      en: 'Too many calls in a minute; try again in {seconds} seconds.',
    },
    'service-answer-unusable': {
      'zh-CN': '服务给出的应答无法转交。',
      en: 'A service answered what could not be passed on.',
    },
    'service-timeout': {
      'zh-CN': '服务 {service} 未及时应答；它可能仍会完成该工作。',
      en: 'The service {service} took too long; it may still do the work.',
    },
    'service-unavailable': {
      'zh-CN': '服务 {service} 暂时没有应答，请稍后再试。',
      en: 'The service {service} does not answer now; try again.',
    },
  },
};
