import { globSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { OPERATOR, passwordVariable, projectRoot, SERVICE_USERS } from '../backing-services/index.js';
import { PORT_VARIABLES } from '../start/environment.js';
import { settingsIn, textOf } from './compose-file.js';

const configurations = globSync(['libs/platform/src/config/*-config.ts', 'apps/*/src/*.config.ts'], {
  cwd: projectRoot(),
});
const settings = [...new Set(configurations.flatMap(settingsIn).map(({ variable }) => variable))];
/** What npm start or Node itself reads besides the settings of a service. */
const NATS_PASSWORDS = [...SERVICE_USERS.map(({ name }) => name), OPERATOR].map(passwordVariable);
const OF_THE_START = [
  ...['DATA_DIR', 'PORT', 'NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS'],
  ...Object.values(PORT_VARIABLES),
  ...NATS_PASSWORDS,
];

/** Between the headings of the chapter on settings. */
function tablesOf(readme: string): string[] {
  const [, chapter = ''] = /^## (?:Settings|配置)$([^]*?)^## /m.exec(textOf(readme)) ?? [];
  const rows = chapter.split('\n').filter((line) => line.startsWith('|'));
  return rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, name = '']) => name),
  );
}

describe.each(['README.md', 'README.zh-CN.md'])('the settings in %s', (readme) => {
  it('name every variable that the code reads', () => {
    const named = tablesOf(readme);
    expect([...settings, ...OF_THE_START].filter((variable) => !named.includes(variable))).toEqual([]);
  });

  it('name none that nobody reads', () => {
    const read = [...settings, ...OF_THE_START];
    expect(tablesOf(readme).filter((variable) => !read.includes(variable))).toEqual([]);
  });
});
