import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { postgresHome } from './postgres-binaries.js';
import { openCluster } from './postgres-cluster.js';
import { asAccount, chooseServerAccount, inUserNamespace } from './server-account.js';

const asRoot = process.getuid?.() === 0 ? it : it.skip;
let place: string;
let away: string | undefined;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'hospital-account-'));
  away = undefined;
});

afterEach(() => {
  rmSync(place, { recursive: true, force: true });
  if (away) rmSync(away, { recursive: true, force: true });
});

const makesItsFiles = async (account: ReturnType<typeof chooseServerAccount>) => {
  const { path } = await openCluster(account, () => undefined);
  return existsSync(join(path, 'PG_VERSION'));
};

describe('PostgreSQL started by root', () => {
  asRoot('runs in a user namespace below a folder that only root may enter, and the files stay root’s', async () => {
    const dataDir = join(place, 'locked', 'data');
    mkdirSync(join(place, 'locked'), { mode: 0o700 });
    const account = chooseServerAccount(postgresHome(), dataDir, [inUserNamespace, asAccount('nobody')]);
    expect(account.label).toBe('in a user namespace');
    expect(await makesItsFiles(account)).toBe(true);
    expect(statSync(join(dataDir, 'cluster')).uid).toBe(0);
  });

  asRoot('changes to another account where namespaces are forbidden', async () => {
    const dataDir = join(place, 'data');
    chmodSync(place, 0o755);
    const account = chooseServerAccount(postgresHome(), dataDir, [asAccount('nobody')]);
    expect(account.dataDir).toBe(dataDir);
    expect(await makesItsFiles(account)).toBe(true);
    expect(statSync(join(dataDir, 'cluster')).uid).not.toBe(0);
    // The next start may be allowed a namespace again: the files come back.
    expect(await makesItsFiles(chooseServerAccount(postgresHome(), dataDir, [inUserNamespace]))).toBe(true);
    expect(statSync(join(dataDir, 'cluster', 'PG_VERSION')).uid).toBe(0);
  });

  asRoot('takes its files to where that account can go when it cannot come to them', async () => {
    const dataDir = join(place, 'data');
    const account = chooseServerAccount(postgresHome(), dataDir, [asAccount('nobody')]);
    away = dirname(account.dataDir);
    expect(away.startsWith('/var/tmp/')).toBe(true);
    expect(await makesItsFiles(account)).toBe(true);
  });

  it('says what to do when no way is left', () => {
    expect(() => chooseServerAccount(postgresHome(), join(place, 'data'), [])).toThrow(
      /normal user, or set DATABASE_URL/,
    );
  });
});
