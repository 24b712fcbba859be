import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig, ServiceConfig } from '#platform';
import { describe, expect, it } from '@jest/globals';
import { passwordVariable, projectRoot } from '../backing-services/index.js';
import { DRAIN_MS, NODE_FLAGS } from '../start/service-process.js';
import { SERVICES } from '../start/services.js';
import { DEFAULT_SETTINGS } from '../backing-services/postgres.js';
import { composeFile, composeServices, interpolate, settingsOf, textOf, variablesIn } from './compose-file.js';
import { LEFT_AT_DEFAULT } from './left-at-default.js';
import { madeSecrets } from './made-secrets.js';

const TLS = 'deploy/compose.tls.yml';
const METRICS = 'deploy/compose.metrics.yml';
/** What each file asks for besides the secrets that deploy/make-environment.mjs makes: only the hospital knows it. */
const DEMANDED: Record<string, string[]> = {
  'docker-compose.yml': ['PUBLIC_URL'],
  [TLS]: ['NATS_CERTS'],
  'deploy/compose.backup.yml': ['BACKUP_FOLDER'],
  [METRICS]: [],
  'deploy/compose.outside.yml': [],
};
const FILES = Object.keys(DEMANDED);
const root = projectRoot();
const all = composeServices();
const nodes = ['nats-1', 'nats-2', 'nats-3'];
const servers = ['postgres', ...nodes];
const names = Object.keys(all).filter((name) => !servers.includes(name));
const secrets = madeSecrets();

/** Where patients reach the gateway, through a proxy that is not ours. */
const OUTSIDE = 'https://care.example.org';
const filled = (secret: string) => `a-${secret.toLowerCase()}-as-long-as-it-takes`;

function environmentOf(name: string): Record<string, string> {
  const values = { ...Object.fromEntries(secrets.map((secret) => [secret, filled(secret)])), PUBLIC_URL: OUTSIDE };
  return Object.fromEntries(
    Object.entries(all[name]?.environment ?? {}).map(([key, value]) => [key, interpolate(value, values)]),
  );
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

  it.each(names)('hands %s every setting an operator may need, and says why it does not hand the others', (name) => {
    const given = Object.keys(environmentOf(name));
    const silent = settingsOf(name)
      .map(({ variable }) => variable)
      .filter((variable) => !given.includes(variable) && LEFT_AT_DEFAULT[variable] === undefined);
    expect(silent.filter((variable) => !(name === 'gateway' && isOfDatabase(variable)))).toEqual([]);
  });

  it('leaves no setting at its default that it hands over, or that there is none of', () => {
    const given = names.flatMap((name) => Object.keys(environmentOf(name)));
    const known = names.flatMap(settingsOf).map(({ variable }) => variable);
    expect(Object.keys(LEFT_AT_DEFAULT).filter((variable) => given.includes(variable))).toEqual([]);
    expect(known).toEqual(expect.arrayContaining(Object.keys(LEFT_AT_DEFAULT)));
  });

  it.each(names.filter((name) => name !== 'gateway'))('gives %s values that the platform takes', (name) => {
    const config = loadConfig(ServiceConfig, environmentOf(name));
    expect(config).toMatchObject({ host: '0.0.0.0', port: 3000, natsUser: name, natsReplicas: nodes.length });
    expect(config.natsPassword).toBe(filled(passwordVariable(name)));
    expect(config.natsUrl.split(',').map((url) => new URL(url).host)).toEqual(nodes.map((node) => `${node}:4222`));
  });

  it.each(names)('lets %s find the others under names and ports they have', (name) => {
    const ports: Record<string, string> = {
      postgres: '5432',
      ...Object.fromEntries(nodes.map((node) => [node, '4222'])),
    };
    const urls = Object.values(environmentOf(name)).flatMap((value) =>
      /^\w+:\/\//.test(value) && value !== OUTSIDE ? value.split(',') : [],
    );
    for (const { hostname, port } of urls.map((url) => new URL(url))) {
      expect(Object.keys(all)).toContain(hostname);
      expect(port).toBe(ports[hostname] ?? environmentOf(hostname)['SERVICE_PORT']);
    }
  });

  it.each(names)('starts %s by the argument the image takes', (name) => {
    const image = textOf('deploy/Dockerfile');
    expect(all[name]?.command).toEqual([name]);
    const entry = SERVICES.find((service) => service.name === name)?.entry;
    expect(image).toContain(`exec node ${NODE_FLAGS.join(' ')} \\"${entry?.replace(`/${name}/`, '/$0/')}\\"`);
    expect(existsSync(join(root, `apps/${name}/src/main.ts`))).toBe(true);
  });

  it('opens ports on the machine itself only, and only those that somebody listens on', () => {
    const published = Object.entries(all).flatMap(([name, { ports = [] }]) =>
      ports.map((port) => [name, ...interpolate(port, {}).split(':')] as const),
    );
    expect(published.map(([, address]) => address)).toEqual(published.map(() => '127.0.0.1'));
    expect(Object.fromEntries(published.map(([name, , , inside]) => [name, inside]))).toEqual({
      his: environmentOf('his')['MLLP_PORT'],
      gateway: environmentOf('gateway')['SERVICE_PORT'],
    });
  });

  it('mounts and builds from files that are there', () => {
    const mounted = Object.values(all)
      .flatMap(({ volumes = [] }) => volumes.map((volume) => volume.split(':', 1)[0] ?? ''))
      .filter((source) => source.startsWith('.'));
    const configured = Object.values({ ...composeFile().configs, ...composeFile(TLS).configs }).map(({ file }) => file);
    const built = Object.values(all).flatMap(({ build }) => (build ? [build.dockerfile] : []));
    expect(mounted).toEqual(['./deploy/postgres/init.sql']);
    for (const file of [...mounted, ...configured, ...built]) expect(existsSync(join(root, file))).toBe(true);
  });

  it.each(FILES)('asks for no secret in %s that deploy/make-environment.mjs does not make', (file) => {
    const demanded = variablesIn(file).filter(({ demanded }) => demanded);
    const others = DEMANDED[file] ?? [];
    expect(demanded.map(({ name }) => name).filter((name) => ![...secrets, ...others].includes(name))).toEqual([]);
  });

  it('asks for each secret that deploy/make-environment.mjs makes', () => {
    const demanded = FILES.flatMap(variablesIn).filter(({ demanded }) => demanded);
    expect(demanded.map(({ name }) => name)).toEqual(expect.arrayContaining(secrets));
  });

  it('reads what deploy/.env.example lists, in which no secret has a value', () => {
    const read = FILES.flatMap(variablesIn).map(({ name }) => name);
    const listed = [...textOf('deploy/.env.example').matchAll(/^(\w+)=(.*)$/gm)];
    expect(listed.map(([, name]) => name).toSorted()).toEqual([...new Set(read)].toSorted());
    for (const [, name, value] of listed) if (secrets.includes(name ?? '')) expect(value).toBe('');
  });

  it('FU-4 refuses to start without the address that links to patients begin with', () => {
    const url = all['follow-up']?.environment?.['PUBLIC_URL'] ?? '';
    expect(() => interpolate(url, { PUBLIC_URL: '' })).toThrow(/PUBLIC_URL is where patients reach the gateway/);
  });

  it('refuses to start without a secret, and says what makes it', () => {
    const url = all['staff']?.environment?.['STAFF_SIGNING_KEY'] ?? '';
    expect(() => interpolate(url, {})).toThrow(/STAFF_SIGNING_KEY is made by deploy\/make-environment/);
  });
});

describe('what a stop takes', () => {
  const seconds = (text = '') => Number(/^(\d+)s$/.exec(text)?.[1]);
  const defaultOf = (file: string, name: string) =>
    Number(new RegExp(`${name}: (?:number = )?([\\d_]+)`).exec(textOf(file))?.[1]?.replaceAll('_', ''));
  const lastWords = Number(
    /LAST_WORDS_MS = ([\d_]+)/.exec(textOf('libs/platform/src/jobs/job-workers.ts'))?.[1]?.replaceAll('_', ''),
  );

  it.each(names)('is less than %s is given: HL7 messages, then jobs, then the statements of requests', (name) => {
    const messages = defaultOf('apps/his/src/mllp/mllp-options.ts', 'drainTimeoutMs');
    const jobs = defaultOf('libs/platform/src/config/service-config.ts', 'jobDrainMs') + lastWords;
    const room = seconds(all[name]?.stop_grace_period) * 1_000 - messages - jobs;
    expect(room).toBeGreaterThanOrEqual(20_000);
  });

  it.each(names)('is the same for %s under npm start', (name) => {
    expect(DRAIN_MS).toBe(seconds(all[name]?.stop_grace_period) * 1_000);
  });
});

const containers = Object.fromEntries(
  FILES.flatMap((file) => Object.entries(composeFile(file).services)).filter(([, { image }]) => image),
);

describe('decision 10: each container', () => {
  it.each(Object.keys(containers))(
    '%s has a file system it cannot write, no capability by default, and limits',
    (name) => {
      expect(containers[name]).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        restart: name === 'backup' ? 'no' : 'unless-stopped',
        mem_limit: expect.stringMatching(/^\d+[mg]$/),
        cpus: expect.any(Number),
        pids_limit: expect.any(Number),
      });
    },
  );

  it.each(Object.keys(all))('%s is checked for health', (name) => {
    const image = textOf('deploy/Dockerfile');
    if (servers.includes(name)) expect(all[name]?.healthcheck?.test.length).toBeGreaterThan(1);
    else expect(/^HEALTHCHECK [^]*?\/health\/ready/m.test(image)).toBe(true);
  });

  it('is on the network without a way in or out, and only the doors are on another', () => {
    expect(composeFile().networks?.['backing']).toEqual({ internal: true });
    for (const { networks } of Object.values(all)) expect(networks).toContain('backing');
    const outside = Object.entries(all).filter(([, { networks }]) => networks?.includes('doors'));
    expect(outside.map(([name]) => name)).toEqual(['his', 'gateway']);
    const published = Object.entries(all).filter(([, { ports }]) => ports !== undefined);
    expect(published.map(([name]) => name)).toEqual(['his', 'gateway']);
  });
});

describe('the NATS nodes of docker-compose.yml', () => {
  const read = (file: string) =>
    [
      ...textOf(file)
        .replace(/^\s*#.*$/gm, '')
        .matchAll(/\$(NATS_\w+)/g),
    ].map(([, name = '']) => name);

  it.each(nodes)('%s is given every variable that the configuration reads, as nats-server reads it', (node) => {
    const given = environmentOf(node);
    const wanted = [...new Set(['deploy/nats/nats.conf', 'deploy/nats/users.conf'].flatMap(read))];
    expect(Object.keys(given).toSorted()).toEqual(wanted.toSorted());
    for (const [name, value] of Object.entries(given)) {
      expect(name === 'NATS_ROUTES' ? JSON.parse(value) : typeof JSON.parse(value)).toEqual(
        name === 'NATS_ROUTES'
          ? nodes.map((other) => `nats-route://cluster:${filled('NATS_CLUSTER_PASSWORD')}@${other}:6222`)
          : 'string',
      );
    }
    expect(JSON.parse(given['NATS_SERVER_NAME'] ?? '')).toBe(node);
  });

  it('find their files where nats.conf includes them, with TLS and without', () => {
    const targets = all['nats-1']?.configs?.map(({ target }) => target) ?? [];
    const included = [...textOf('deploy/nats/nats.conf').matchAll(/^\s*include (\S+)$/gm)].map(([, file]) => file);
    expect(targets).toEqual(expect.arrayContaining(included.map((file) => `/etc/nats/${file}`)));
    const certificates = [...textOf('deploy/nats/tls-on.conf').matchAll(/_file: "\.\/(.*)\//g)].map(
      ([, folder]) => folder,
    );
    const mounted = composeFile(TLS).services['nats-2']?.volumes?.[0]?.split(':').at(-2);
    expect(certificates.map((folder) => `${all['nats-1']?.working_dir}/${folder}`)).toEqual([
      mounted,
      mounted,
      mounted,
    ]);
  });

  it('open a door for partners with TLS only', () => {
    const doors = Object.entries(composeFile(TLS).services).filter(([, { ports }]) => ports);
    expect(doors.map(([name, { ports }]) => [name, ports])).toEqual([
      ['nats-1', ['${BIND_ADDRESS:-127.0.0.1}:${NATS_PORT:-4222}:4222']],
    ]);
  });
});

describe('PostgreSQL of docker-compose.yml', () => {
  const settings = Object.fromEntries(
    (all['postgres']?.command ?? []).flatMap((word) =>
      [...word.matchAll(/^-c(\w+)=(.*)$/g)].map(([, ...pair]) => pair),
    ),
  ) as Record<string, string>;

  it('decision 16 is set as the embedded one, whose log quotes no row of a person', () => {
    const { unix_socket_directories: _own, lc_messages: _locale, ...shared } = DEFAULT_SETTINGS;
    expect(settings).toMatchObject(shared);
  });

  it('decision 16 has connections for two replicas of everything, and some to spare', () => {
    // Of one process: its pool, its leases, two for jobs, and one that migrates.
    const one = loadConfig(ServiceConfig, environmentOf('his')).databasePoolSize + 1 + 2 + 1;
    const spare = Number(settings['max_connections']) - 2 * one * names.filter((name) => databaseOf(name)).length;
    expect(spare).toBeGreaterThan(50);
  });

  it('decision 12 notices within half a minute that a machine vanished, and lets its locks go', () => {
    const { tcp_keepalives_idle: idle, tcp_keepalives_interval: interval, tcp_keepalives_count: count } = settings;
    expect(Number(idle) + Number(interval) * Number(count)).toBeLessThanOrEqual(30);
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

function isOfDatabase(variable: string): boolean {
  return variable.startsWith('DATABASE_');
}
