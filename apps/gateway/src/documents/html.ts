import { createHash } from 'node:crypto';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** A line of text in which `code` stands between backticks. */
export function lineHtml(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, 'PingFang SC', 'Microsoft YaHei', sans-serif; }
body { max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
section { border-top: 1px solid #8886; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; }
td, th { border: 1px solid #8886; padding: .3rem .5rem; text-align: left; vertical-align: top; }
code, pre { font-family: ui-monospace, Consolas, monospace; font-size: .9em; overflow-wrap: anywhere; }
td:first-child code { overflow-wrap: normal; }
pre { background: #8882; padding: .8rem; overflow: auto; }
nav li { break-inside: avoid; }
nav ul { columns: 2; padding-left: 1.2rem; }
`;

/** Nothing but this one stylesheet: no script, no font, no picture from anywhere. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256')
  .update(STYLE)
  .digest('base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

/** A whole page around a body that is HTML already. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
