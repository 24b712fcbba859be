import { ServiceConfig } from '#platform';
import { describe, expect, it } from '@jest/globals';
import { composeServices, textOf } from './compose-file.js';
import { secretOf, names, of, workload, portsOf, nats, nodes } from './k8s-base.js';
import { kustomization, environmentOf, type Manifest } from './k8s-manifests.js';

const compose = composeServices();

describe('decision 12: the NATS nodes in Kubernetes', () => {
  const [server] = nats.template.spec.containers;
  const environment = environmentOf(server, secretOf);

  it('are of the version of docker-compose.yml, with its configuration files under its names', () => {
    expect(server.image).toBe(compose['nats-1']?.image);
    expect([server.args?.join(' ')]).toEqual([compose['nats-1']?.command?.join(' ')]);
    const files = kustomization('deploy/nats').configMapGenerator?.[0]?.files;
    const [volume] = nats.template.spec.volumes;
    const mounted = volume?.configMap?.items.map(({ key, path }) => [key, `/etc/nats/${path}`]);
    expect(files).toEqual(expect.arrayContaining(mounted?.map(([key]) => key) ?? []));
    expect(mounted?.map(([, path]) => path)).toEqual(compose['nats-1']?.configs?.map(({ target }) => target));
  });

  it('are given every variable that docker-compose.yml gives, as nats-server reads it', () => {
    const wanted = Object.keys(compose['nats-1']?.environment ?? {});
    expect(Object.keys(environment)).toEqual(expect.arrayContaining(wanted));
    for (const variable of wanted.filter((each) => each.endsWith('_PASSWORD'))) {
      const user = variable === 'NATS_CLUSTER_PASSWORD' ? 'CLUSTER' : variable.slice(5, -9);
      expect(environment[variable]).toBe(`"${environment[`SECRET_${user}`]}"`);
      expect(environment[variable]).toBe(`"${secretOf('nats', variable)}"`);
    }
    for (const variable of wanted.filter((each) => each !== 'NATS_ROUTES'))
      expect(environment[variable]).toMatch(/^".+"$/);
    expect(environment['NATS_SERVER_NAME']).toBe('"metadata.name"');
  });

  it('know the ways to each other', () => {
    const routes = JSON.parse(environment['NATS_ROUTES'] ?? '') as string[];
    expect(routes.map((route) => new URL(route).host)).toEqual(nodes.map((each) => `${each}:6222`));
    for (const route of routes) expect(new URL(route).password).toBe(secretOf('nats', 'NATS_CLUSTER_PASSWORD'));
    expect(of('Service', 'nats').spec).toMatchObject({ clusterIP: 'None', publishNotReadyAddresses: true });
    expect(portsOf(server)).toEqual([4222, 6222]);
  });

  it('are asked for their health where they listen', () => {
    const asked = [server.startupProbe, server.livenessProbe, server.readinessProbe].map(
      (probe) => probe?.exec?.command,
    );
    const monitor = environment['NATS_MONITOR']?.replaceAll('"', '');
    for (const command of asked) expect(command?.at(-1)).toMatch(new RegExp(`^http://${monitor}/healthz`));
  });

  it('have room for what JetStream may store', () => {
    const [, most] = /max_file_store: (\d+)GB/.exec(textOf('deploy/nats/nats.conf')) ?? [];
    const [{ spec }] = nats.volumeClaimTemplates;
    expect(Number.parseInt(spec.resources.requests.storage, 10)).toBeGreaterThanOrEqual(Number(most));
  });
});

describe('PostgreSQL in Kubernetes', () => {
  const { spec } = of('Cluster', 'postgres') as unknown as Manifest<{
    imageName: string;
    postgresql: { parameters: Record<string, string> };
    bootstrap: { initdb: { postInitSQL: string[] } };
    managed: { roles: { name: string; passwordSecret: { name: string } }[] };
  }>;
  const { parameters } = spec.postgresql;

  it('is of the version and with the settings of docker-compose.yml', () => {
    const words = compose['postgres']?.command ?? [];
    const set = words.flatMap((word) => [...word.matchAll(/^-c(\w+)=(.*)$/g)].map(([, ...pair]) => pair));
    expect(parameters).toEqual(Object.fromEntries(set));
    expect(spec.imageName.split(':')[1]).toBe(compose['postgres']?.image.split(':')[1]);
  });

  it('makes the roles and databases of deploy/postgres/init.sql, and a password for each role', () => {
    const lines = textOf('deploy/postgres/init.sql')
      .split('\n')
      .filter((line) => /^(CREATE|REVOKE)/.test(line))
      .map((line) => line.replace(" PASSWORD :'password'", '').replace(/;$/, ''));
    const { postInitSQL } = spec.bootstrap.initdb;
    expect(postInitSQL).toEqual(expect.arrayContaining(lines));
    const roles = [...postInitSQL.join('\n').matchAll(/^CREATE ROLE (\w+)/gm)].map(([, role]) => role);
    expect(spec.managed.roles.map(({ name }) => name)).toEqual(roles);
    for (const { name, passwordSecret } of spec.managed.roles) {
      expect(secretOf(passwordSecret.name, 'username')).toBe(name);
    }
  });

  it('decision 16 has connections for every replica while one more of each is rolled out', () => {
    const processes = names
      .filter((name) => name !== 'gateway')
      .map((name) => {
        const { rollingUpdate } = of('Deployment', name).spec['strategy'] as { rollingUpdate: { maxSurge: number } };
        return workload(name).replicas + rollingUpdate.maxSurge;
      });
    const one = new ServiceConfig().databasePoolSize + 1 + 2 + 1;
    const most = one * processes.reduce((sum, each) => sum + each, 0);
    expect(Number(parameters['max_connections']) - most).toBeGreaterThan(50);
  });
});
