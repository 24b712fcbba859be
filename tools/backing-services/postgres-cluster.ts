import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerAccount } from './server-account.js';

export interface Cluster {
  /** PGDATA. */
  path: string;
  /** The superuser's. */
  password: string;
}

export const SUPERUSER = 'postgres';

/**
 * C.UTF-8 gives every machine the same order, and its LC_CTYPE lets pg_trgm see Chinese letters. Where the system has no
 * such locale (macOS), only the latter comes from the next one.
 */
const CTYPES = ['C.UTF-8', 'en_US.UTF-8', 'C'];

/** Opens the cluster below the account's data folder, and makes it first where there is none. */
export async function openCluster(account: ServerAccount, onLog: (line: string) => void): Promise<Cluster> {
  const path = join(account.dataDir, 'cluster');
  const passwordFile = join(account.dataDir, 'superuser-password');
  if (!existsSync(join(path, 'PG_VERSION'))) {
    onLog('initialising the database cluster');
    await initialise(account, path, passwordFile);
  }
  refuseOtherMajor(account, path);
  return { path, password: readFileSync(passwordFile, 'utf8').trim() };
}

/** Makes the cluster beside its place and moves it there whole: a start that is killed leaves no half of one. */
async function initialise(account: ServerAccount, path: string, passwordFile: string): Promise<void> {
  for (const name of readdirSync(account.dataDir)) {
    if (name.startsWith('cluster')) rmSync(join(account.dataDir, name), { recursive: true });
  }
  writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  const draft = join(account.dataDir, 'cluster.draft');
  mkdirSync(draft, { mode: 0o700 });
  account.handOver(passwordFile);
  account.handOver(draft);
  const failures: string[] = [];
  for (const ctype of CTYPES) {
    const failure = await initdb(account, draft, passwordFile, ctype);
    if (failure === undefined) return renameSync(draft, path);
    failures.push(failure);
  }
  throw new Error(`PostgreSQL could not make its files in ${path}:\n${failures[0]}`);
}

/** Runs initdb; answers its output when it fails. */
function initdb(
  account: ServerAccount,
  path: string,
  passwordFile: string,
  ctype: string,
): Promise<string | undefined> {
  const {
    through = [],
    file,
    args,
    uid,
    gid,
  } = account.command(join(account.home, 'bin', 'initdb'), [
    `--pgdata=${path}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    ...localeOptions(majorVersion(account), ctype),
    '--no-instructions',
  ]);
  const [first = '', ...rest] = [...through, file, ...args];
  return new Promise((resolve) => {
    const child = spawn(first, rest, { stdio: ['ignore', 'pipe', 'pipe'], cwd: '/', uid, gid });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => resolve(code === 0 ? undefined : output.trim()));
  });
}

/** PostgreSQL brings C.UTF-8 along since 17; before, it is the system's. */
function localeOptions(major: number, ctype: string): string[] {
  if (major < 17) return [`--locale=${ctype}`];
  return ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${ctype}`];
}

function majorVersion(account: ServerAccount): number {
  const version = execFileSync(join(account.home, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' });
  return Number(/(\d+)\.\d+/.exec(version)?.[1]);
}

function refuseOtherMajor(account: ServerAccount, path: string): void {
  const written = readFileSync(join(path, 'PG_VERSION'), 'utf8').trim();
  const ours = majorVersion(account);
  if (Number(written) === ours) return;
  throw new Error(
    `The data in ${path} were written by PostgreSQL ${written}, and this is PostgreSQL ${ours}. Dump them with the ` +
      'former version of the project, or remove the folder to begin anew.',
  );
}
