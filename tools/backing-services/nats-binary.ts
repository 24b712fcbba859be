import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { complaintOf, fetchFromDebian } from './debian-program.js';
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
  const reason = await fetchFromDebian('nats-server', 'usr/sbin/nats-server', cached).catch(complaintOf);
  const binary = await usable(cached);
  if (binary) return binary;
  throw new Error(
    'nats-server 2.9.10 or newer is needed, and neither PATH nor apt-get has one ' +
      `(${reason ?? 'the package does not run here'}). Install it (macOS: brew install nats-server; elsewhere: ` +
      'https://docs.nats.io/running-a-nats-service/introduction/installation), or start one with ' +
      'docker run -d -p 127.0.0.1:4222:4222 nats:2.12 -js, and set NATS_URL=nats://127.0.0.1:4222.',
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
