import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { errorCode } from './error-code.js';
import { isNatsNewEnough } from './nats-probe.js';
import { projectRoot } from './project-root.js';

export interface NatsBinary {
  file: string;
  version: string;
}

const run = promisify(execFile);

/** nats-server from PATH, from our cache, or from Debian's package, which needs neither root nor a system daemon. */
export async function findNatsServer(onLog: (line: string) => void, root = projectRoot()): Promise<NatsBinary> {
  const cached = join(root, '.cache', 'nats-server', 'nats-server');
  for (const file of [...onPath('nats-server'), cached]) {
    const binary = await usable(file);
    if (binary) return binary;
  }
  onLog("fetching nats-server from Debian's packages (once)");
  const reason = await fetchFromDebian(cached).catch(complaintOf);
  const binary = await usable(cached);
  if (binary) return binary;
  throw new Error(
    'nats-server 2.9.10 or newer is needed, and neither PATH nor apt-get has one ' +
      `(${reason ?? 'the package does not run here'}). Install it (macOS: brew install nats-server; elsewhere: ` +
      'https://docs.nats.io/running-a-nats-service/introduction/installation), or start one with ' +
      'docker compose up -d nats, and set NATS_URL=nats://127.0.0.1:4222.',
  );
}

async function usable(file: string): Promise<NatsBinary | undefined> {
  if (!existsSync(file)) return undefined;
  try {
    const version = /v(\d[\w.-]*)/.exec((await run(file, ['--version'])).stdout)?.[1] ?? '0';
    return isNatsNewEnough(version) ? { file, version } : undefined;
  } catch {
    return undefined;
  }
}

function onPath(name: string): string[] {
  return (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));
}

/** Works beside the cache and moves the program into it last, so that two fetching at once do not disturb each other. */
async function fetchFromDebian(target: string): Promise<string | undefined> {
  const folder = join(target, '..');
  mkdirSync(folder, { recursive: true });
  const workshop = mkdtempSync(join(folder, '.fetch-'));
  try {
    await download(workshop);
    const archive = readdirSync(workshop).find((name) => name.endsWith('.deb'));
    if (archive === undefined) return 'apt-get brought no package';
    await run('dpkg', ['-x', join(workshop, archive), join(workshop, 'unpacked')]);
    renameSync(join(workshop, 'unpacked', 'usr', 'sbin', 'nats-server'), target);
    return undefined;
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** A machine that has never run `apt-get update` gets lists of its own beside the cache; the system's stay as they are. */
async function download(workshop: string): Promise<void> {
  try {
    await aptGet(workshop, ['download', 'nats-server']);
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
    await aptGet(workshop, [...own, 'download', 'nats-server']);
  }
}

async function aptGet(cwd: string, args: string[]): Promise<void> {
  const asMe = ['-o', `APT::Sandbox::User=${userInfo().username}`];
  await run('apt-get', ['-qq', ...asMe, ...args], { cwd, timeout: 120_000, env: { ...process.env, LC_ALL: 'C' } });
}

/** What apt-get itself said, without the command line. */
function complaintOf(error: unknown): string {
  const text = String(error);
  const complaints = text.split('\n').filter((line) => line.startsWith('E: '));
  return complaints.length > 0 ? complaints.join(' ') : text;
}
