import type { Language } from '#platform';

interface PageText {
  zh: string;
  en: string;
}

/** What a patient reads around the questions. `{…}` is filled in. */
export const PAGE_TEXTS = {
  'other-language': { zh: 'English', en: '中文' },
  submit: { zh: '提交', en: 'Send' },
  'go-on': { zh: '继续', en: 'Continue' },
  required: { zh: '（必答）', en: ' (required)' },
  private: {
    zh: '您的回答只供医院随访使用，不会公开。本页无需登录，请勿转发链接。',
    en: 'Your answers are used by the hospital for your follow-up only. This page needs no login: please do not pass the link on.',
  },
  'check-again': { zh: '还有 {count} 处需要修改：', en: 'Please look at this again ({count}):' },
  'more-questions': {
    zh: '根据您的回答，还有几个问题，请继续填写。',
    en: 'Your answers lead to a few more questions. Please go on.',
  },
  wrong: { zh: '错误：', en: 'Error: ' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  'from-to': { zh: '请填写 {min} 到 {max} 之间的数字', en: 'A number from {min} to {max}' },
  'from-on': { zh: '请填写不小于 {min} 的数字', en: 'A number of at least {min}' },
  'up-to': { zh: '请填写不大于 {max} 的数字', en: 'A number of at most {max}' },
  'no-answer': { zh: '不作答', en: 'No answer' },
  'answer-required': { zh: '请回答此题', en: 'Please answer this' },
  'not-a-number': { zh: '请填写数字', en: 'Please give a number' },
  'is-int': { zh: '请填写整数', en: 'Please give a whole number' },
  'not-a-day': { zh: '请按“年-月-日”填写日期，例如 2026-03-02', en: 'Please give a date as 2026-03-02' },
  'max-length': { zh: '最多 {0} 个字', en: 'At most {0} characters' },
  unusable: { zh: '此回答无法识别，请重新填写', en: 'This answer cannot be used; please give it again' },
  'done-title': { zh: '谢谢，您的回答已收到', en: 'Thank you, we have your answer' },
  'done-text': {
    zh: '此链接只能回答一次，您可以关闭本页。如果情况有变化，请致电我们。',
    en: 'This link can be answered once; you may close this page. If anything changes, please call us.',
  },
  'done-pain': {
    zh: '您的疼痛较重，值班医生会尽快给您打电话，请保持电话畅通。如情况紧急，请立即拨打 120。',
    en: 'Your pain is strong: the doctor on duty will call you shortly, please keep your phone free. In an emergency call 120 at once.',
  },
  'expired-title': { zh: '此链接已过期', en: 'This link has expired' },
  'expired-text': {
    zh: '您仍然可以通过电话告诉我们您的情况。',
    en: 'You can still tell us by phone how you are.',
  },
  'revoked-title': { zh: '此链接已不再需要填写', en: 'This link is no longer needed' },
  'revoked-text': { zh: '如有需要，请致电我们。', en: 'Please call us if you need anything.' },
  'unknown-title': { zh: '找不到此页面', en: 'There is no such page' },
  'unknown-text': {
    zh: '链接可能不完整，请从短信中重新打开，或致电我们。',
    en: 'The link may be incomplete. Please open it from the message again, or call us.',
  },
  'trouble-title': { zh: '暂时无法处理', en: 'This does not work just now' },
  'trouble-text': {
    zh: '您的回答尚未保存，请几分钟后再试，或致电我们。',
    en: 'Your answer has not been kept. Please try again in a few minutes, or call us.',
  },
  'refused-title': { zh: '无法读取提交的内容', en: 'What was sent cannot be read' },
  'refused-text': { zh: '请重新打开链接后再填写。', en: 'Please open the link again and fill it in once more.' },
  call: { zh: '致电 {phone}', en: 'Call {phone}' },
} as const satisfies Record<string, PageText>;

export type PageTextKey = keyof typeof PAGE_TEXTS;

/** A text in the page's language. */
export function say(language: Language, key: PageTextKey, params: Record<string, string | number> = {}): string {
  const text: string = PAGE_TEXTS[key][language === 'en' ? 'en' : 'zh'];
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

/** One of two texts of a questionnaire. */
export function inLanguage(language: Language, zh: string, en: string): string {
  return language === 'en' ? en : zh;
}
