import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { progress } from './statistics.js';

/** Connections of their own, one a lane, as node-postgres gives them. */
export async function connections(url: string, count: number): Promise<{ clients: pg.Client[]; end(): Promise<void> }> {
  const clients = Array.from({ length: count }, () => new pg.Client({ connectionString: url }));
  await Promise.all(clients.map((client) => client.connect()));
  return { clients, end: async () => void (await Promise.all(clients.map((client) => client.end()))) };
}

function findPgbench(): string | undefined {
  const homes = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
  const candidates = homes.map((version) => `/usr/lib/postgresql/${version}/bin/pgbench`);
  return candidates.find((path) => existsSync(path));
}

/** Says how the baseline compares with pgbench running the same SQL: below 0.5 it would be a weak one. */
export function checkAgainstPgbench(url: string, script: string, clients: number, baselinePerSecond: number): void {
  const pgbench = findPgbench();
  if (pgbench === undefined) {
    progress('pgbench is not installed: the baseline was not compared with it');
    return;
  }
  const directory = mkdtempSync(join(tmpdir(), 'hospital-pgbench-'));
  writeFileSync(join(directory, 'script.sql'), script);
  const options = [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(clients),
    '-j',
    '2',
    '-T',
    '5',
    '-f',
    join(directory, 'script.sql'),
  ];
  const run = spawnSync(pgbench, [...options, url], { encoding: 'utf8' });
  rmSync(directory, { recursive: true, force: true });
  const perSecond = Number(/tps = ([\d.]+)/.exec(run.stdout)?.[1]);
  progress(
    `baseline is ${(baselinePerSecond / perSecond).toFixed(2)} of pgbench (${perSecond.toFixed(0)}/s)${run.stderr && !perSecond ? run.stderr : ''}`,
  );
}
