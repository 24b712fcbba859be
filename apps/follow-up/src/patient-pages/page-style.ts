import { createHash } from 'node:crypto';

/** Targets of 44 px and more, one column from 320 px on, light and dark. No font and no picture has to be fetched. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --soft: #f3f5f7; --line: #6b7480; --accent: #0b5cad;
  --on-accent: #fff; --wrong: #b3261e; font: 18px/1.6 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --paper: #16191d; --soft: #23282e; --line: #9aa4b0;
  --accent: #8ab8f0; --on-accent: #10151b; --wrong: #ff9b94; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 40rem; padding: 0 1rem 3rem; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
header { display: flex; gap: 1rem; justify-content: space-between; align-items: center; border-bottom: 1px solid var(--line); }
header p { margin: .5rem 0; }
a { color: var(--accent); }
header a, .call { display: inline-flex; align-items: center; min-height: 44px; padding: 0 .5rem; white-space: nowrap; }
h1 { font-size: 1.4rem; line-height: 1.3; margin: 1.2rem 0 .5rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
.text { white-space: pre-line; }
.note { color: var(--ink); background: var(--soft); border-radius: 8px; padding: .7rem .9rem; }
fieldset, .field { border: 0; margin: 1.5rem 0 0; padding: 0; min-width: 0; }
[hidden] { display: none; }
legend, .field > label { display: block; font-weight: 600; padding: 0; margin: 0 0 .4rem; }
.hint { display: block; font-weight: 400; font-size: .9rem; }
.option { display: flex; align-items: center; gap: .7rem; min-height: 48px; padding: .3rem .8rem; margin: .4rem 0;
  border: 1px solid var(--line); border-radius: 8px; cursor: pointer; }
.option input { flex: none; width: 1.4rem; height: 1.4rem; accent-color: var(--accent); }
.option:has(input:checked) { border-color: var(--accent); background: var(--soft); box-shadow: inset 0 0 0 1px var(--accent); }
.option:focus-within, input:focus-visible, textarea:focus-visible, button:focus-visible, a:focus-visible,
[tabindex]:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.scale { display: grid; grid-template-columns: repeat(auto-fill, minmax(3.4rem, 1fr)); gap: .4rem; }
.scale .option { flex-direction: column; justify-content: center; gap: .1rem; margin: 0; padding: .4rem .2rem; min-height: 64px; }
.pain { grid-template-columns: 1fr; }
.pain .option { flex-direction: row; justify-content: flex-start; gap: .5rem; padding: .3rem .7rem; min-height: 52px; }
.pain b { min-width: 2rem; text-align: end; font-size: 1.2rem; }
.face { flex: none; min-width: 2rem; font-size: 1.6rem; line-height: 1; text-align: center; }
input[type=text], input[type=date], textarea { width: 100%; min-height: 48px; padding: .5rem .7rem; font: inherit; color: inherit;
  background: var(--paper); border: 1px solid var(--line); border-radius: 8px; margin: .2rem 0; }
.wrong { color: var(--wrong); font-weight: 600; margin: .2rem 0; }
.faulty { border-inline-start: 4px solid var(--wrong); padding-inline-start: .8rem; }
.summary { border: 2px solid var(--wrong); border-radius: 8px; padding: .2rem 1rem; margin: 1rem 0; }
.summary li { padding: .5rem 0; }
button { width: 100%; min-height: 56px; margin-top: 2rem; font: inherit; font-weight: 700; color: var(--on-accent);
  background: var(--accent); border: 0; border-radius: 8px; cursor: pointer; }
`;

/**
 * Nothing is loaded from anywhere and no script runs: the one stylesheet is named by its hash, and the form goes to where
 * the page came from.
 */
export const POLICY = [
  `default-src 'none'`,
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  `form-action 'self'`,
  `frame-ancestors 'none'`,
  `base-uri 'none'`,
].join('; ');
