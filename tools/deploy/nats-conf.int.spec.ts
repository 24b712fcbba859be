import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pickFreePort, waitForNats, type NatsServerInfo } from '../backing-services/index.js';
import { findNatsServer } from '../backing-services/nats-binary.js';
import { isNatsNewEnough } from '../backing-services/nats-probe.js';
import { textOf } from './compose-file.js';

const STORE = 'store_dir: "/data"';
const SYNC_LINE = '  sync_interval: always\n';

/** The file as it is, but for the folder and, before nats-server 2.10, for the one line it does not know. */
function configFor(version: string, folder: string): string {
  const text = textOf('deploy/nats/nats.conf');
  expect(text).toContain(STORE);
  expect(text).toContain(SYNC_LINE);
  const here = text.replace(STORE, `store_dir: ${JSON.stringify(folder)}`);
  return isNatsNewEnough(version, [2, 10, 0]) ? here : here.replace(SYNC_LINE, '');
}

describe('deploy/nats/nats.conf', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nats-conf-'));
  let server: ChildProcess;
  let info: NatsServerInfo;
  let monitorPort: number;

  beforeAll(async () => {
    const binary = await findNatsServer(() => undefined);
    writeFileSync(join(folder, 'nats.conf'), configFor(binary.version, folder));
    const port = await pickFreePort();
    monitorPort = await pickFreePort();
    const elsewhere = ['-a', '127.0.0.1', '-p', String(port), '-m', String(monitorPort)];
    server = spawn(binary.file, ['--config', join(folder, 'nats.conf'), ...elsewhere], { stdio: 'ignore' });
    info = await waitForNats(`nats://127.0.0.1:${port}`, { unless: () => server.exitCode !== null });
  });

  afterAll(async () => {
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true });
  });

  it('starts a nats-server with JetStream', () => {
    expect(info.jetstream).toBe(true);
  });

  it('answers the container’s health check', async () => {
    const answer = await fetch(`http://127.0.0.1:${monitorPort}/healthz`);
    expect(await answer.json()).toEqual({ status: 'ok' });
  });

  it('limits what JetStream may store', async () => {
    const answer = await fetch(`http://127.0.0.1:${monitorPort}/jsz`);
    expect(await answer.json()).toMatchObject({ config: { max_storage: 64 * 1024 ** 3, max_memory: 256 * 1024 ** 2 } });
  });
});
