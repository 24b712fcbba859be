import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { pickFreePort } from './free-port.js';
import { type Nats, startNats } from './nats.js';
import { checkNats, isNatsNewEnough, waitForNats } from './nats-probe.js';
import { identityOf, isRunning } from './process-identity.js';

let dataDir: string;
let running: Nats[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hospital-nats-'));
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((each) => each.stop()));
  rmSync(dataDir, { recursive: true, force: true });
});

const start = async (more: Partial<Parameters<typeof startNats>[0]> = {}) => {
  const nats = await startNats({ dataDir, ...more });
  running.push(nats);
  return nats;
};

describe("the hospital's own nats-server", () => {
  it('keeps acknowledged messages through kill -9, on the same port', async () => {
    const first = await start();
    const before = await connect({ servers: first.url });
    await (await jetstreamManager(before)).streams.add({ name: 'patients', subjects: ['patients.>'] });
    await jetstream(before).publish('patients.encounter.discharged.v1', '葉东珅');
    await first.kill();
    await before.close();
    const second = await start({ port: first.port });
    const after = await connect({ servers: second.url });
    const kept = await (await jetstreamManager(after)).streams.getMessage('patients', { seq: 1 });
    expect(kept?.string()).toBe('葉东珅');
    await after.close();
  });

  it('replaces a server that outlived the program that started it', async () => {
    const leftover = await start();
    const identity = identityOf(leftover.pid);
    const lines: string[] = [];
    await start({ onLog: (line) => lines.push(line) });
    expect(identity && isRunning(identity)).toBe(false);
    expect(lines.join('\n')).toContain(`left behind (pid ${leftover.pid})`);
  });

  it('serves its health on the monitor port and stops when asked', async () => {
    const nats = await start();
    const health = await fetch(`http://127.0.0.1:${nats.monitorPort}/healthz`);
    expect(await health.json()).toMatchObject({ status: 'ok' });
    await nats.stop();
    expect(await nats.exited).toMatchObject({ signal: null });
  });

  it('lets in only who has the login, and says when it is wrong', async () => {
    const config = 'authorization { user: integrator, password: "s3cret" }';
    const { url } = await start({ config, login: 'integrator:s3cret' });
    await expect(waitForNats(url.replace('//', '//integrator:wrong@'))).rejects.toThrow(/Authorization Violation/);
    await expect(checkNats(url.replace('//', '//integrator:s3cret@'))).resolves.toMatch(/^2\./);
  });

  it('says what is wrong when nobody listens', async () => {
    const port = await pickFreePort();
    await expect(waitForNats(`nats://127.0.0.1:${port}`, { timeoutMs: 100 })).rejects.toThrow(/ECONNREFUSED/);
  });
});

describe('the oldest nats-server that will do', () => {
  it.each([
    ['2.9.10', true],
    ['2.9.9', false],
    ['2.10.0', true],
    ['2.12.1-RC.1', true],
    ['3.0.0', true],
    ['1.4.1', false],
  ])('%s: %s', (version, enough) => {
    expect(isNatsNewEnough(version)).toBe(enough);
  });
});
