import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { errorCode } from './error-code.js';

const run = promisify(execFile);

/**
 * Takes one program out of a Debian package: no system daemon, no root. Works beside the cache and moves the program into it last, so that two fetching at
 * once do not disturb each other.
 * @returns why there is none; throws what apt-get said
 */
export async function fetchFromDebian(name: string, path: string, target: string): Promise<string | undefined> {
  const folder = join(target, '..');
  mkdirSync(folder, { recursive: true });
  const workshop = mkdtempSync(join(folder, '.fetch-'));
  try {
    await download(workshop, name);
    const archive = readdirSync(workshop).find((file) => file.endsWith('.deb'));
    if (archive === undefined) return 'apt-get brought no package';
    await run('dpkg', ['-x', join(workshop, archive), join(workshop, 'unpacked')]);
    renameSync(join(workshop, 'unpacked', path), target);
    return undefined;
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** A machine that has never run `apt-get update` gets lists of its own beside the cache; the system's stay as they are. */
async function download(workshop: string, name: string): Promise<void> {
  try {
    await aptGet(workshop, ['download', name]);
  } catch (error) {
    // There is no apt-get here.
    if (errorCode(error) === 'ENOENT') throw error;
    const lists = join(workshop, 'apt');
    for (const each of ['state/lists/partial', 'cache/archives/partial']) {
      mkdirSync(join(lists, each), { recursive: true });
    }
    const [state, cache] = [join(lists, 'state'), join(lists, 'cache')];
    const places = { 'Dir::State': state, 'Dir::State::lists': join(state, 'lists'), 'Dir::Cache': cache };
    const own = Object.entries(places).flatMap(([option, place]) => ['-o', `${option}=${place}`]);
    await aptGet(workshop, [...own, 'update']);
    await aptGet(workshop, [...own, 'download', name]);
  }
}

async function aptGet(cwd: string, args: string[]): Promise<void> {
  const asMe = ['-o', `APT::Sandbox::User=${userInfo().username}`];
  await run('apt-get', ['-qq', ...asMe, ...args], { cwd, timeout: 120_000, env: { ...process.env, LC_ALL: 'C' } });
}

/** What apt-get itself said, without the command line. */
export function complaintOf(error: unknown): string {
  const text = String(error);
  const complaints = text.split('\n').filter((line) => line.startsWith('E: '));
  return complaints.length > 0 ? complaints.join(' ') : text;
}
