import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const eslint = new ESLint({ cwd: fileURLToPath(new URL('../..', import.meta.url)) });

/** Real files, because the compiler has to know them; their text is replaced for the canary. */
const PRODUCT = 'libs/platform/src/http/cursor.ts';
const CLOCK = 'libs/platform/src/clock/clock.ts';
const CONFIGURATION = 'libs/platform/src/config/load-config.ts';
const EVENT_BUS = 'libs/event-bus/src/outbox/relay.ts';
const TOOL = 'tools/backing-services/wait-until.ts';
const TEST = 'libs/contracts/src/event-contract.spec.ts';

const rulesBroken = async (filePath, source) => {
  const [{ messages }] = await eslint.lintText(source, { filePath });
  return [...new Set(messages.map(({ ruleId, message }) => ruleId ?? message))];
};

const lines = (count) => `export function long(): void {\n${'  void 0;\n'.repeat(count)}}\n`;

describe('the lint rules of the house', () => {
  const breaking = [
    ['@typescript-eslint/no-floating-promises', 'a promise nobody waits for', 'Promise.resolve(1);'],
    [
      '@typescript-eslint/no-misused-promises',
      'a promise taken for a condition',
      'export const f = (p: Promise<boolean>) => { if (p) throw new Error(); };',
    ],
    ['@typescript-eslint/no-explicit-any', 'any', 'export const x = (y: any): void => void y;'],
    ['@typescript-eslint/no-unused-vars', 'what nothing uses', 'const unused = 1;'],
    [
      '@typescript-eslint/switch-exhaustiveness-check',
      'a state that was forgotten',
      "export const f = (s: 'open' | 'shut') => { switch (s) { case 'open': return 1; } return 0; };",
    ],
    ['eqeqeq', 'loose equality', 'export const f = (a: string, b: string) => a == b;'],
    ['no-restricted-exports', 'a default export', 'export default class Drawer {}'],
    ['no-restricted-exports', 'a default export by another name', 'const a = 1;\nexport { a as default };'],
    ['max-lines-per-function', 'a function of 51 lines', lines(49)],
    ['no-restricted-syntax', 'Date.now()', 'export const f = () => Date.now();'],
    ['no-restricted-syntax', 'new Date() of now', 'export const f = () => new Date();'],
    ['no-restricted-syntax', 'Date() of now', 'export const f = () => Date();'],
    [
      'no-restricted-syntax',
      'Temporal.Now',
      "import { Temporal } from 'temporal-polyfill';\nexport const f = () => Temporal.Now.instant();",
    ],
    ['no-restricted-properties', 'process.env', "export const f = () => process.env['HOME'];"],
    [
      'no-restricted-imports',
      'process.env by another door',
      "import { env } from 'node:process';\nexport const f = () => env;",
    ],
    ['no-restricted-imports', 'NATS', "import { connect } from '@nats-io/transport-node';\nexport { connect };"],
  ];
  for (const [rule, what, source] of breaking) {
    it(`${rule} stops ${what}`, async () => assert.deepEqual(await rulesBroken(PRODUCT, source), [rule]));
  }

  const allowed = [
    [PRODUCT, 'a date of a known moment', 'export const f = (ms: number) => new Date(ms);'],
    [PRODUCT, 'a function of 50 lines', lines(48)],
    [CLOCK, 'the clock to read the time', 'export const f = () => new Date(Date.now());'],
    [CONFIGURATION, 'the configuration to read the environment', "export const f = () => process.env['HOME'];"],
    [
      EVENT_BUS,
      'the event bus to know NATS',
      "import { connect } from '@nats-io/transport-node';\nexport { connect };",
    ],
    [TOOL, 'a tool to read time and environment', "export const f = () => [Date.now(), process.env['HOME']];"],
    [TEST, 'a long test', lines(60)],
  ];
  for (const [file, what, source] of allowed) {
    it(`allow ${what}`, async () => assert.deepEqual(await rulesBroken(file, source), []));
  }

  it('refuse an excuse that excuses nothing', async () => {
    const [message] = await rulesBroken(PRODUCT, '// eslint-disable-next-line eqeqeq\nexport const a = 1;');
    assert.match(message, /^Unused eslint-disable directive/);
  });
});
