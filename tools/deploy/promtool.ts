import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { complaintOf, fetchFromDebian } from '../backing-services/debian-program.js';
import { projectRoot } from '../backing-services/index.js';

/**
 * Prometheus' own checker: from PATH, from our cache, or out of Debian's package.
 * @throws Error when there is none: alert rules that nobody parsed are not checked
 */
export async function findPromtool(): Promise<(...args: string[]) => string> {
  const cached = join(projectRoot(), '.cache', 'prometheus', 'promtool');
  const file = [...onPath('promtool'), cached].find((each) => existsSync(each)) ?? (await fetched(cached));
  return (...args) => execFileSync(file, args, { encoding: 'utf8', stdio: 'pipe' });
}

async function fetched(target: string): Promise<string> {
  const reason = await fetchFromDebian('prometheus', 'usr/bin/promtool', target).catch(complaintOf);
  if (existsSync(target)) return target;
  throw new Error(
    `promtool is needed, and neither PATH nor apt-get has it (${reason}). Install Prometheus: brew install prometheus.`,
  );
}

function onPath(name: string): string[] {
  return (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));
}
