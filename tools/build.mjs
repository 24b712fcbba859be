// Compiles apps, libs, tools and bench into dist/ with swc: the transpiler the tests use, so that decorators behave the
// same. With folders as arguments only those are compiled, into the dist/ there is (npm run dev).
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const only = process.argv.slice(2);
if (only.length > 0) process.exit(compile(only, 'dist'));

removeAbandoned();
// Built beside and moved into place whole: a hospital that runs from dist/ meanwhile never sees half of it.
const draft = `.dist-${process.pid}`;
const status = compile(['apps', 'libs', 'tools', 'bench'], draft);
if (status === 0) replace(join(root, draft));
rmSync(join(root, draft), { recursive: true, force: true });
process.exit(status);

function compile(folders, target) {
  const swc = createRequire(import.meta.url).resolve('@swc/cli/bin/swc.js');
  const present = folders.filter((folder) => existsSync(join(root, folder)));
  const options = ['-d', target, '--extensions', '.ts', '--ignore', '**/*.spec.ts', '--quiet'];
  return spawnSync(process.execPath, [swc, ...present, ...options], { cwd: root, stdio: 'inherit' }).status ?? 1;
}

function replace(fresh) {
  const former = join(root, `.dist-${process.pid}-former`);
  if (existsSync(dist)) renameSync(dist, former);
  renameSync(fresh, dist);
  rmSync(former, { recursive: true, force: true });
}

/** Drafts of builds that were killed. */
function removeAbandoned() {
  for (const name of readdirSync(root)) {
    const pid = Number(/^\.dist-(\d+)/.exec(name)?.[1]);
    if (pid > 0 && !isAlive(pid)) rmSync(join(root, name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
