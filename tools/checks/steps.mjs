import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import jestConfig from '../../jest.config.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
/** What the services and servers of the tests logged, all tiers together. */
export const logsFolder = join(root, '.cache', 'checks', 'logs');
const module = (path) => join(root, 'node_modules', path);
/** The pinned Node, whichever one started us. */
const node = existsSync(module('node/bin/node')) ? module('node/bin/node') : process.execPath;
const environment = { ...process.env, PATH: [module('.bin'), process.env.PATH].join(delimiter) };

const TIERS = ['unit', 'int', 'e2e', 'fault'];

const light = (name, ...command) => ({ name, light: true, command, env: environment });

/** They need neither server nor port, and share the cores two by two. */
const LIGHT = [
  light('lint', node, module('eslint/bin/eslint.js'), '.', '--max-warnings', '0'),
  light('format', node, module('prettier/bin/prettier.cjs'), '--check', '.', '!.dist-*'),
  light('walls', node, 'tools/checks/walls.mjs'),
  light('canaries', node, '--test', '--test-reporter=spec', 'tools/checks/*.test.mjs'),
  light('types', node, module('typescript/bin/tsc'), '--noEmit'),
];

/** The whole hospital of the e2e and fault tiers runs from dist/. */
const BUILD = { name: 'build', command: [node, 'tools/build.mjs'], env: environment };

/** The tiers of jest.config.mjs, quick ones first. */
function tiers() {
  const names = jestConfig.projects.map(({ displayName }) => displayName?.name ?? displayName);
  const rank = (name) => (TIERS.includes(name) ? TIERS.indexOf(name) : TIERS.length);
  return [...names]
    .sort((a, b) => rank(a) - rank(b))
    .map((name) => jest(name, ['--selectProjects', name, ...workers(name)]));
}

/** Each file of the int tier has a database and a nats-server of its own and waits more than it works: two fill two cores. */
function workers(tier) {
  return tier === 'int' ? ['--maxWorkers', '2'] : [];
}

function jest(name, args, env = {}) {
  const report = join(root, '.cache', 'checks', `${name.replaceAll(' ', '-')}.json`);
  const options = ['--ci', '--json', '--outputFile', report];
  const start = [node, '--experimental-vm-modules', '--no-warnings', module('jest/bin/jest.js')];
  return {
    name,
    live: true,
    report,
    command: [...start, ...args, ...options],
    env: { ...environment, TEST_LOGS_DIR: logsFolder, ...env },
  };
}

/** OpenAPI and AsyncAPI: what the repository shows is what the code says, and it is valid. */
function documents() {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const name = 'documents';
  if (!scripts['docs:check']) return { name, impossible: 'package.json has no script docs:check' };
  return { name, command: ['npm', 'run', '--silent', 'docs:check'], env: environment };
}

/** After everything that logs. */
const LOGS = { name: 'logs', command: [node, 'tools/checks/logs.mjs'], env: environment };

/** The oldest PostgreSQL we promise, under the library that leans on it most, and under the most of our SQL at once. */
function onOtherPostgres(bin) {
  const name = 'int on other PostgreSQL';
  if (!existsSync(join(bin, 'postgres'))) return { name, skip: `there is no PostgreSQL in ${bin}` };
  // The folder comes first: --selectProjects takes every name after it.
  const folders = ['libs/event-bus', 'apps/patients/test/timeline'];
  return {
    ...jest('int', [...folders, '--selectProjects', 'int', ...workers('int')], { TEST_POSTGRES_BIN: bin }),
    name,
  };
}

/**
 * @param options { only?: string[], postgresBin?: string }
 * @throws RangeError when `only` names what is no step
 */
export function planSteps({ only, postgresBin }) {
  const all = [...LIGHT, BUILD, ...tiers(), documents(), ...(postgresBin ? [onOtherPostgres(postgresBin)] : []), LOGS];
  const names = all.map(({ name }) => name);
  const unknown = only?.filter((name) => !names.includes(name)) ?? [];
  if (unknown.length > 0)
    throw new RangeError(`no check is called ${unknown.join(', ')}; there are ${names.join(', ')}`);
  return only ? all.filter(({ name }) => only.includes(name)) : all;
}
