import type { Language } from '#platform';
import { escapeHtml, pageHtml } from './page-shell.js';
import { say, type PageTextKey } from './page-texts.js';

/** What can be said in place of the questions. */
export const NOTICES = ['done', 'expired', 'revoked', 'unknown', 'trouble', 'refused'] as const;
export type Notice = (typeof NOTICES)[number];

export interface Centre {
  hospital: string;
  /** Of the centre; empty: none is shown. */
  phone: string;
}

/** A page without questions: kind, and with a way to reach somebody. */
export function noticePage(language: Language, notice: Notice, centre: Centre, more: PageTextKey[] = []): string {
  const lines = [...more, `${notice}-text` as const].map(
    (key) => `<p class="text">${escapeHtml(say(language, key))}</p>`,
  );
  return pageHtml(
    { language, hospital: centre.hospital, title: say(language, `${notice}-title`) },
    [...lines, phoneHtml(language, centre.phone)].join('\n'),
  );
}

export function phoneHtml(language: Language, phone: string): string {
  if (phone === '') return '';
  const number = phone.replace(/[^\d+]/g, '');
  return `<p><a class="call" href="tel:${number}">${escapeHtml(say(language, 'call', { phone }))}</a></p>`;
}
