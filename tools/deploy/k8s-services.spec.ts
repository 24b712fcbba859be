import { loadConfig, ServiceConfig } from '#platform';
import { describe, expect, it } from '@jest/globals';
import { composeServices, settingsOf, textOf } from './compose-file.js';
import { secretOf, base, settings, names, of, workload, container, given, nats, nodes } from './k8s-base.js';
import { environmentOf, K8S, kustomization, resourcesIn, type Manifest } from './k8s-manifests.js';

const compose = composeServices();

describe('decision 12: the services in Kubernetes', () => {
  it('are those that npm start runs', () => {
    const deployed = base.filter(({ kind }) => kind === 'Deployment').map(({ metadata }) => metadata.name);
    expect(deployed.toSorted()).toEqual(names.toSorted());
  });

  it.each(names)('%s is started by the argument the image takes, as in docker-compose.yml', (name) => {
    expect(container(name).args).toEqual(compose[name]?.command);
    expect(container(name).command).toBeUndefined();
  });

  it.each(names)('%s is given every setting it cannot do without, and none that it does not know', (name) => {
    const known = settingsOf(name).filter(({ variable }) => !(name === 'gateway' && variable === 'DATABASE_URL'));
    const ours = Object.keys(environmentOf(container(name), secretOf)).filter((each) => each !== 'DATABASE_PASSWORD');
    expect(ours.filter((variable) => !known.some((setting) => setting.variable === variable))).toEqual([]);
    const needed = known.filter(({ required }) => required).map(({ variable }) => variable);
    expect(needed.filter((variable) => !(variable in given(name)))).toEqual([]);
  });

  it('share settings that each of them has', () => {
    const shared = settingsOf('staff').map(({ variable }) => variable);
    expect(Object.keys(settings).filter((variable) => !shared.includes(variable))).toEqual([]);
  });

  it.each(names)('%s is given what docker-compose.yml gives it, and by the same secrets', (name) => {
    const left = ['DEMO_SEED'];
    const fixed = Object.entries(compose[name]?.environment ?? {}).filter(([, value]) => !/:-\}?/.test(value));
    const wanted = fixed.map(([variable]) => variable).filter((variable) => !left.includes(variable));
    expect(Object.keys(given(name))).toEqual(expect.arrayContaining(wanted));
    expect(given(name)['NATS_USER']).toBe(name);
  });

  it.each(names.filter((name) => name !== 'gateway'))('%s is given values that the platform takes', (name) => {
    const config = loadConfig(ServiceConfig, given(name));
    const database = `hospital_${name.replaceAll('-', '_')}`;
    const { username, password, hostname, pathname } = new URL(config.databaseUrl);
    expect(config).toMatchObject({ host: '0.0.0.0', natsUser: name, natsReplicas: nats.replicas });
    expect({ username, hostname, pathname }).toEqual({
      ...{ username: database, hostname: 'postgres-rw', pathname: `/${database}` },
    });
    expect(password).toBe(secretOf(`postgres-${name}`, 'password'));
    expect(config.natsUrl.split(',').map((url) => new URL(url).host)).toEqual(nodes.map((each) => `${each}:4222`));
  });

  it.each(names)('%s finds the others under names and ports they have', (name) => {
    const urls = Object.values(given(name)).filter((value) => value.startsWith('http://'));
    for (const { hostname, port } of urls.map((url) => new URL(url))) {
      expect(of('Service', hostname).spec).toMatchObject({ ports: [{ port: Number(port), targetPort: 'http' }] });
    }
  });

  it.each(names)('%s listens where it is asked for its health, on paths that there are', (name) => {
    const { ports = [], startupProbe, livenessProbe, readinessProbe } = container(name);
    expect(ports[0]).toEqual({ name: 'http', containerPort: Number(settings['SERVICE_PORT']) });
    const paths = [startupProbe, livenessProbe, readinessProbe].map((probe) => probe?.httpGet);
    expect(paths.map((probe) => probe?.port)).toEqual(['http', 'http', 'http']);
    expect(paths.map((probe) => probe?.path)).toEqual(['/health/live', '/health/live', '/health/ready']);
    const health = textOf('libs/platform/src/health/health.ts');
    for (const part of ["@Controller('health')", "@Get('live')", "@Get('ready')"]) expect(health).toContain(part);
  });

  it.each(names)(
    '%s is given the time that docker-compose.yml gives, after the load balancers have noticed',
    (name) => {
      const { spec } = workload(name).template;
      const [, pause] = container(name).lifecycle?.preStop.exec.command ?? [];
      const time = Number.parseInt(compose[name]?.stop_grace_period ?? '', 10);
      expect(spec.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(time + Number(pause));
    },
  );

  it('his takes HL7 where it listens, from addresses it can tell apart', () => {
    const { spec } = of('Service', 'his-mllp');
    expect(container('his').ports).toContainEqual({ name: 'mllp', containerPort: Number(given('his')['MLLP_PORT']) });
    expect(spec).toMatchObject({ externalTrafficPolicy: 'Local', ports: [{ port: 2575, targetPort: 'mllp' }] });
  });

  it('FU-4 follow-up does not start until an overlay says where patients reach it, and the example says its Ingress', () => {
    const { env = [] } = container('follow-up');
    expect(env).toContainEqual({
      name: 'PUBLIC_URL',
      valueFrom: { configMapKeyRef: { name: 'settings', key: 'PUBLIC_URL' } },
    });
    expect(Object.keys(settings)).not.toContain('PUBLIC_URL');
    const literals = kustomization(`${K8S}/example`).configMapGenerator?.flatMap(({ literals = [] }) => literals);
    const [ingress] = resourcesIn(`${K8S}/example/ingress.yaml`) as Manifest<{ rules: { host: string }[] }>[];
    expect(literals).toContain(`PUBLIC_URL=https://${ingress?.spec.rules[0]?.host}`);
  });

  it('patients keeps its files on a volume that all replicas share', () => {
    const { volumes } = workload('patients').template.spec;
    const volume = volumes.find(({ persistentVolumeClaim }) => persistentVolumeClaim);
    const mount = container('patients').volumeMounts?.find(({ name }) => name === volume?.name);
    expect(mount?.mountPath).toBe(given('patients')['FILES_DIR']);
    const claim = of('PersistentVolumeClaim', volume?.persistentVolumeClaim?.claimName ?? '');
    expect(claim.spec['accessModes']).toEqual(['ReadWriteMany']);
  });
});
