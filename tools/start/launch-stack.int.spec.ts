import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { identityOf, pickFreePort, waitForNats, waitForPostgres, waitUntil } from '../backing-services/index.js';
import { launchStack, type Stack, StackLauncher, type StackOptions } from './launch-stack.js';
import type { ServiceDefinition } from './services.js';

/** A service as small as can be: it is ready, tells its environment, writes down when it ends, and leaves with us. */
const SMALL_SERVICE = `
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
const end = (why) => { appendFileSync(process.env.JOURNAL, process.env.NAME + ' ' + why + '\\n'); process.exit(0); };
process.on('SIGTERM', () => end('SIGTERM'));
process.on('disconnect', () => end('orphaned'));
createServer((request, response) => response.end(request.url === '/env' ? JSON.stringify(process.env) : 'ok'))
  .listen(process.env.SERVICE_PORT, process.env.SERVICE_HOST);
`;

let folder: string;
let stacks: (Stack | StackLauncher)[];
let options: StackOptions;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hospital-stack-'));
  writeFileSync(join(folder, 'small.mjs'), SMALL_SERVICE);
  writeFileSync(join(folder, 'broken.mjs'), `console.error('no protocol loaded'); process.exit(3);`);
  stacks = [];
  options = {
    dataDir: join(folder, 'data'),
    services: [small('staff'), small('his', 'hospital_his'), small('gateway')],
    env: { JOURNAL: join(folder, 'journal'), LOG_LEVEL: 'warn' },
    postgresSettings: { fsync: 'off' },
  };
});

afterEach(async () => {
  await Promise.all(stacks.map((each) => each.stop()));
  rmSync(folder, { recursive: true, force: true });
});

function small(name: string, database?: string, file = 'small.mjs'): ServiceDefinition {
  const environment: ServiceDefinition['environment'] = ({ url }) => ({ NAME: name, HIS_URL: url('his') });
  return { name, entry: join(folder, file), database, environment };
}

const launch = async (more: Partial<StackOptions> = {}) => {
  const stack = await launchStack({ ...options, ...more });
  stacks.push(stack);
  return stack;
};

const environmentOf = async (stack: Stack, name: string) =>
  (await (await fetch(`${stack.urls[name]}/env`)).json()) as Record<string, string>;

/** As the stack made them up. */
const natsPasswords = () =>
  (
    JSON.parse(readFileSync(join(folder, 'data', 'secrets.json'), 'utf8')) as {
      natsPasswords: Record<string, string>;
    }
  ).natsPasswords;

const journal = () => readFileSync(join(folder, 'journal'), 'utf8').trim().split('\n');

describe('the stack', () => {
  it('tells each service its own surroundings and no more', async () => {
    process.env['SOMEBODYS_TOKEN'] = 'secret';
    const stack = await launch();
    const his = await environmentOf(stack, 'his');
    expect(his).toMatchObject({
      SERVICE_PORT: String(stack.ports['his']),
      NATS_URL: stack.nats.url,
      NATS_USER: 'his',
      NATS_PASSWORD: natsPasswords()['his'],
      DATABASE_URL: stack.databaseUrls['his'],
      JWKS_URL: expect.stringMatching(/\/\.well-known\/jwks\.json$/),
      LOG_LEVEL: 'warn',
    });
    expect(his).not.toHaveProperty('SOMEBODYS_TOKEN');
    const gateway = await environmentOf(stack, 'gateway');
    expect(gateway).toMatchObject({ HIS_URL: stack.urls['his'] });
    expect(gateway).not.toHaveProperty('DATABASE_URL');
    expect(await waitForPostgres(his['DATABASE_URL'] ?? '')).toMatch(/^\d/);
  });

  it('stops the gateway first, PostgreSQL last, and finds its data again', async () => {
    const first = await launch();
    const write = new Client({ connectionString: first.databaseUrls['his'] });
    await write.connect();
    await write.query('CREATE TABLE message AS SELECT 7 AS id');
    await write.end();
    const pids = [first.service('his'), first.postgres.server, first.nats.server].map(
      (each) => each?.current?.pid ?? 0,
    );
    await first.stop();
    expect(journal().toSpliced(1, 2, ...journal().slice(1).toSorted())).toEqual([
      'gateway SIGTERM',
      'his SIGTERM',
      'staff SIGTERM',
    ]);
    expect(pids.map(identityOf)).toEqual([undefined, undefined, undefined]);
    const second = await launch();
    const read = new Client({ connectionString: second.databaseUrls['his'] });
    await read.connect();
    expect((await read.query('SELECT id FROM message')).rows).toEqual([{ id: 7 }]);
    await read.end();
  });

  it('brings back a service, PostgreSQL and nats-server after kill -9, where they were', async () => {
    const stack = await launch();
    for (const victim of [stack.service('his'), stack.postgres.server, stack.nats.server]) {
      const former = victim?.current?.pid;
      await victim?.kill();
      expect((await victim?.ready())?.pid).not.toBe(former);
    }
    expect((await environmentOf(stack, 'his'))['NAME']).toBe('his');
    await waitForPostgres(stack.postgres.url, { timeoutMs: 45_000 });
    await waitForNats(stack.nats.url.replace('//', `//his:${natsPasswords()['his']}@`), { timeoutMs: 45_000 });
    await expect(waitForNats(stack.nats.url)).rejects.toThrow(/Authorization Violation/);
  });

  it('restarts one service in order and leaves the others alone', async () => {
    const stack = await launch();
    const gateway = stack.service('gateway').current?.pid;
    const former = stack.service('his').current?.pid;
    expect((await stack.service('his').restart()).pid).not.toBe(former);
    expect(journal()).toEqual(['his SIGTERM']);
    expect(stack.service('gateway').current?.pid).toBe(gateway);
  });

  it('shows the last lines of a service that does not start, and stops everything again', async () => {
    const services = [small('his'), small('gateway', undefined, 'broken.mjs')];
    await expect(launch({ services })).rejects.toThrow(/gateway ended while starting[^]*no protocol loaded/);
    expect(existsSync(join(folder, 'data', 'lock'))).toBe(false);
    expect(existsSync(join(folder, 'data', 'postgres', 'cluster', 'postmaster.pid'))).toBe(false);
  });

  it('refuses a second start and a taken port before anything is touched', async () => {
    const stack = await launch();
    await expect(launchStack(options)).rejects.toThrow(`process ${process.pid}`);
    expect((await environmentOf(stack, 'his'))['NAME']).toBe('his');
    const other = createServer();
    const port = await pickFreePort();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    const elsewhere = { ...options, dataDir: join(folder, 'other'), ports: { gateway: port } };
    await expect(launchStack(elsewhere)).rejects.toThrow(`Port ${port} for gateway is taken`);
    expect(existsSync(join(folder, 'other', 'postgres'))).toBe(false);
    other.close();
  });

  it('can be stopped while it starts', async () => {
    const launcher = new StackLauncher(options);
    const launched = launcher.launch().catch(String);
    await waitUntil(() => existsSync(join(folder, 'data', 'postgres')), { timeoutMs: 30_000 });
    await launcher.stop();
    expect(await launched).toBe('Error: Stopped while starting');
    expect(existsSync(join(folder, 'data', 'lock'))).toBe(false);
    expect(existsSync(join(folder, 'data', 'postgres', 'cluster', 'postmaster.pid'))).toBe(false);
  });

  it('runs on servers that exist already, and leaves them running', async () => {
    const owner = await launch({ services: [] });
    const guest = await launch({
      dataDir: join(folder, 'guest'),
      databaseUrl: owner.postgres.url,
      natsUrl: owner.nats.url,
      natsPasswords: natsPasswords(),
    });
    expect(guest.postgres.server).toBeUndefined();
    const { his, ...others } = natsPasswords();
    expect(await environmentOf(guest, 'his')).toMatchObject({ NATS_URL: owner.nats.url, NATS_PASSWORD: his });
    for (const other of Object.values(others)) {
      expect(Object.values(await environmentOf(guest, 'his'))).not.toContain(other);
    }
    await guest.stop();
    await waitForPostgres(owner.postgres.url, { timeoutMs: 45_000 });
    const nowhere = `postgresql://dba:secret@127.0.0.1:${await pickFreePort()}/postgres`;
    const lost = launch({ dataDir: join(folder, 'lost'), databaseUrl: nowhere });
    await expect(lost).rejects.toThrow(/^DATABASE_URL leads to no PostgreSQL we can use(?!.*secret)/);
  });
});
