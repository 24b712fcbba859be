import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Command } from './server-process.js';

/** Whom PostgreSQL runs as, and where it finds its programs and its files then. */
export interface ServerAccount {
  /** For the log: 'as this user', 'in a user namespace', 'as the account nobody'. */
  label: string;
  home: string;
  dataDir: string;
  command(file: string, args: string[]): Command;
  /** Gives a path, and what is below it, to the account where that is another user than ours. */
  handOver(path: string): void;
}

/**
 * PostgreSQL refuses to run as root, and initdb as a user without a name. Then a user namespace makes us look like
 * someone else while the files stay ours; where namespaces are forbidden (many containers), root changes to another
 * account, which may need a place that it can reach.
 */
export function chooseServerAccount(home: string, dataDir: string, ways = allowedWays()): ServerAccount {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  for (const way of ways) {
    const account = way(home, dataDir);
    if (account && canRun(account)) return account;
  }
  throw new Error(
    'PostgreSQL does not run as this user, neither in a user namespace (unshare -U) nor as the account postgres or ' +
      'nobody. Run the command as a normal user, or set DATABASE_URL to a PostgreSQL 15 or newer.',
  );
}

export type Way = (home: string, dataDir: string) => ServerAccount | undefined;

export const asOurselves: Way = (home, dataDir) => ({
  label: 'as this user',
  home,
  dataDir,
  command: (file, args) => ({ file, args }),
  handOver: () => undefined,
});

export const inUserNamespace: Way = (home, dataDir) => {
  const user = someNamedUser();
  const through = ['unshare', '--user', `--map-user=${user}`, `--map-group=${user}`];
  const command = (file: string, args: string[]) => ({ through, file, args });
  // Files that a run under another account left come back to us.
  const handOver = (path: string) => chownAll(path, process.getuid?.() ?? 0, process.getgid?.() ?? 0);
  return { label: 'in a user namespace', home, dataDir, command, handOver };
};

export const asAccount =
  (name: string): Way =>
  (home, dataDir) => {
    const account = accountNamed(name);
    if (!account) return undefined;
    const command = (file: string, args: string[]) => ({ file, args, ...account });
    const handOver = (path: string) => chownAll(path, account.uid, account.gid);
    const here = { label: `as the account ${name}`, home, dataDir, command, handOver };
    if (canReach(here)) return here;
    const away = reachableCopy(home, dataDir);
    return away && { ...here, ...away, label: `as the account ${name}, with its files in ${away.dataDir}` };
  };

function allowedWays(): Way[] {
  const root = process.getuid?.() === 0;
  if (!root && hasName()) return [asOurselves];
  return [inUserNamespace, ...(root ? [asAccount('postgres'), asAccount('nobody')] : [])];
}

function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

/** Handing over comes first: whether the account may write is asked with the rights it will have. */
function canRun(account: ServerAccount): boolean {
  account.handOver(account.dataDir);
  return canReach(account) && run(account, 'test', ['-O', account.dataDir]);
}

/** Whether the account gets as far as the programs and the folder itself; `ls -d` needs no right on the folder. */
function canReach(account: ServerAccount): boolean {
  const { home, dataDir } = account;
  return run(account, join(home, 'bin', 'postgres'), ['--version']) && run(account, 'ls', ['-d', dataDir]);
}

function run(account: ServerAccount, program: string, programArgs: string[]): boolean {
  const { through = [], file, args, uid, gid } = account.command(program, programArgs);
  const [first = '', ...rest] = [...through, file, ...args];
  return spawnSync(first, rest, { stdio: 'ignore', cwd: '/', uid, gid }).status === 0;
}

/**
 * A copy of the programs, and a place for the data, where every account can go. /var/tmp outlives a reboot. The name is
 * known beforehand, so a folder that somebody else has put there is refused.
 */
function reachableCopy(home: string, dataDir: string): { home: string; dataDir: string } | undefined {
  const mark = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const place = join('/var/tmp', `hospital-postgres-${mark}`);
  mkdirSync(place, { recursive: true, mode: 0o755 });
  const { uid } = lstatSync(place);
  if (uid !== process.getuid?.() || lstatSync(place).isSymbolicLink()) return undefined;
  chmodSync(place, 0o755);
  const copy = { home: join(place, 'native'), dataDir: join(place, 'data') };
  if (!existsSync(join(copy.home, 'bin', 'postgres'))) {
    cpSync(home, copy.home, { recursive: true, verbatimSymlinks: true });
  }
  mkdirSync(copy.dataDir, { recursive: true, mode: 0o700 });
  return copy;
}

interface Account {
  uid: number;
  gid: number;
}

function accountNamed(name: string): Account | undefined {
  const [, , uid, gid] = passwd().find(([each]) => each === name) ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

/** initdb looks its user up, so the namespace borrows an id that has a name. */
function someNamedUser(): string {
  const ids = passwd().flatMap(([, , uid]) => (uid === undefined || uid === '0' ? [] : [uid]));
  return ids.includes('1000') ? '1000' : (ids[0] ?? '1000');
}

function passwd(): string[][] {
  if (!existsSync('/etc/passwd')) return [];
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
}

function chownAll(path: string, uid: number, gid: number): void {
  if (statSync(path).uid === uid) return;
  chownSync(path, uid, gid);
  spawnSync('chown', ['-R', `${uid}:${gid}`, path], { stdio: 'ignore' });
}
