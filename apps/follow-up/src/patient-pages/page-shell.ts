import type { Language } from '#platform';
import { STYLE } from './page-style.js';
import { say } from './page-texts.js';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it may stand anywhere in a page, in attributes too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

export interface Shell {
  language: Language;
  title: string;
  hospital: string;
  /** Stands before the title where a screen reader begins: something is wrong. */
  alarm?: string;
}

/** A whole page around a body that is HTML already. Where it stands, and what with, is in no attribute of it. */
export function pageHtml({ language, title, hospital, alarm = '' }: Shell, body: string): string {
  const other = language === 'en' ? 'zh-CN' : 'en';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="format-detection" content="telephone=no">
<title>${escapeHtml(`${alarm}${title} – ${hospital}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<header><p>${escapeHtml(hospital)}</p><a href="?lang=${other}" lang="${other}" hreflang="${other}">${say(language, 'other-language')}</a></header>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`;
}
