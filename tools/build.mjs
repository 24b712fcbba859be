// Compiles apps, libs, tools and bench into dist/ with swc: the transpiler the tests use, so that decorators behave the same.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const swc = createRequire(import.meta.url).resolve('@swc/cli/bin/swc.js');

rmSync(new URL('../dist', import.meta.url), { recursive: true, force: true });
const result = spawnSync(
  process.execPath,
  [swc, 'apps', 'libs', 'tools', 'bench', '-d', 'dist', '--extensions', '.ts', '--ignore', '**/*.spec.ts', '--quiet'],
  { cwd: root, stdio: 'inherit' },
);
process.exit(result.status ?? 1);
