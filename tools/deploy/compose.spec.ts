import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig, ServiceConfig } from '#platform';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '../backing-services/index.js';
import { SERVICES } from '../start/services.js';
import { composeServices, interpolate, settingsIn, textOf, type Setting } from './compose-file.js';

const root = projectRoot();
const all = composeServices();
const servers = ['postgres', 'nats'];
const names = Object.keys(all).filter((name) => !servers.includes(name));
const secrets = [
  ...textOf('deploy/make-environment.mjs').matchAll(/'(\w+_PASSWORD)'|`(STAFF_SIGNING_KEY|FILES_LINK_KEYS)=/g),
].map(([, password, key]) => password ?? key ?? '');

function environmentOf(name: string): Record<string, string> {
  const values = Object.fromEntries(secrets.map((secret) => [secret, `a-${secret.toLowerCase()}-as-long-as-it-takes`]));
  return Object.fromEntries(
    Object.entries(all[name]?.environment ?? {}).map(([key, value]) => [key, interpolate(value, values)]),
  );
}

function settingsOf(name: string): Setting[] {
  const own = globSync(`apps/${name}/src/*.config.ts`, { cwd: root });
  const shared = globSync('libs/platform/src/config/*-config.ts', { cwd: root });
  return [...shared, ...own].flatMap(settingsIn);
}

function databaseOf(name: string): string | undefined {
  const url = environmentOf(name)['DATABASE_URL'];
  return url === undefined ? undefined : new URL(url).pathname.slice(1);
}

describe('docker-compose.yml', () => {
  it('runs every service that npm start runs, and no other', () => {
    expect(names.toSorted()).toEqual(SERVICES.map(({ name }) => name).toSorted());
  });

  it.each(names)('gives %s every setting it cannot do without, and none that it does not know', (name) => {
    const given = Object.keys(environmentOf(name));
    const known = settingsOf(name);
    expect(given.filter((variable) => !known.some((setting) => setting.variable === variable))).toEqual([]);
    const needed = known.filter(({ required, variable }) => required && !(name === 'gateway' && isDatabase(variable)));
    expect(needed.map(({ variable }) => variable).filter((variable) => !given.includes(variable))).toEqual([]);
  });

  it.each(names.filter((name) => name !== 'gateway'))('gives %s values that the platform takes', (name) => {
    const config = loadConfig(ServiceConfig, environmentOf(name));
    expect(config).toMatchObject({ host: '0.0.0.0', port: 3000 });
    expect(new URL(config.natsUrl).host).toBe('nats:4222');
  });

  it.each(names)('lets %s find the others under names and ports they have', (name) => {
    const ports: Record<string, string> = { postgres: '5432', nats: '4222' };
    const urls = Object.values(environmentOf(name)).filter((value) => /^\w+:\/\//.test(value));
    for (const { hostname, port } of urls.map((url) => new URL(url))) {
      expect(Object.keys(all)).toContain(hostname);
      expect(port).toBe(ports[hostname] ?? environmentOf(hostname)['SERVICE_PORT']);
    }
  });

  it.each(names)('starts %s by the argument the image takes', (name) => {
    const image = textOf('deploy/Dockerfile');
    expect(all[name]?.command).toEqual([name]);
    const entry = SERVICES.find((service) => service.name === name)?.entry;
    expect(image).toContain(`exec node --enable-source-maps \\"${entry?.replace(`/${name}/`, '/$0/')}\\"`);
    expect(existsSync(join(root, `apps/${name}/src/main.ts`))).toBe(true);
  });

  it('opens ports on the machine itself only, and only those that somebody listens on', () => {
    const published = Object.entries(all).flatMap(([name, { ports = [] }]) =>
      ports.map((port) => [name, ...interpolate(port, {}).split(':')] as const),
    );
    expect(published.map(([, address]) => address)).toEqual(published.map(() => '127.0.0.1'));
    expect(Object.fromEntries(published.map(([name, , , inside]) => [name, inside]))).toEqual({
      postgres: '5432',
      nats: /listen: "[\d.]+:(\d+)"/.exec(textOf('deploy/nats/nats.conf'))?.[1],
      his: environmentOf('his')['MLLP_PORT'],
      gateway: environmentOf('gateway')['SERVICE_PORT'],
    });
  });

  it('mounts and builds from files that are there', () => {
    const mounted = Object.values(all)
      .flatMap(({ volumes = [] }) => volumes.map((volume) => volume.split(':', 1)[0] ?? ''))
      .filter((source) => source.startsWith('.'));
    const built = Object.values(all).flatMap(({ build }) => (build ? [build.dockerfile] : []));
    expect(mounted).toHaveLength(2);
    for (const file of [...mounted, ...built]) expect(existsSync(join(root, file))).toBe(true);
  });

  it('asks for no secret that deploy/make-environment.mjs does not make', () => {
    const asked = [...textOf('docker-compose.yml').matchAll(/\$\{(\w+):-\}/g)].map(([, name]) => name);
    expect([...new Set(asked)].toSorted()).toEqual(secrets.toSorted());
  });
});

describe('deploy/postgres/init.sql', () => {
  const made = [...textOf('deploy/postgres/init.sql').matchAll(/CREATE DATABASE (\w+) OWNER (\w+)/g)];

  it('makes the databases that the services are sent to, each owned by a role of its own', () => {
    const wanted = names.map(databaseOf).filter((database) => database !== undefined);
    expect(made.map(([, database]) => database).toSorted()).toEqual(wanted.toSorted());
    expect(made.map(([, , owner]) => owner)).toEqual(made.map(([, database]) => database));
  });

  it('names them as npm start does, so that a dump of one restores into the other', () => {
    const started = SERVICES.map(({ database }) => database);
    expect(made.filter(([, database]) => !started.includes(database))).toEqual([]);
  });

  it('takes each password from a variable that the container has', () => {
    const taken = [...textOf('deploy/postgres/init.sql').matchAll(/^\\getenv password (\w+)$/gm)].map(
      ([, name]) => name,
    );
    expect(taken).toHaveLength(made.length);
    expect(Object.keys(all['postgres']?.environment ?? {})).toEqual(expect.arrayContaining(taken));
  });
});

/** The gateway keeps nothing: its configuration says so, and takes no URL of a database. */
function isDatabase(variable: string): boolean {
  return variable === 'DATABASE_URL';
}
