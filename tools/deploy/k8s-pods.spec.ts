import { describe, expect, it } from '@jest/globals';
import { load } from 'js-yaml';
import { textOf } from './compose-file.js';
import { secrets, secretOf, base, settings, given, pods, portsOf, selects, everything } from './k8s-base.js';
import { K8S, kustomization, resourcesIn, type Manifest, type PodTemplate } from './k8s-manifests.js';

describe('decision 10: each pod', () => {
  it.each(pods)('of %s runs as nobody in particular, on a file system it cannot write, within limits', (_name, pod) => {
    expect(pod.spec.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    expect(pod.spec.automountServiceAccountToken).toBe(false);
    for (const { securityContext, resources } of pod.spec.containers) {
      expect(securityContext).toEqual({
        ...{ allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
      });
      expect(Object.keys({ ...resources.limits, ...resources.requests }).toSorted()).toEqual(['cpu', 'memory']);
    }
  });

  it.each(pods)('of %s is spared variables like NATS_PORT, which Kubernetes sets and we read', (_name, pod) => {
    expect(pod.spec.enableServiceLinks).toBe(false);
  });

  it.each(pods)('of %s is given only secrets that deploy/k8s/secrets.mjs makes', (_name, pod) => {
    const ofOperator = ['postgres-superuser'];
    const refs = pod.spec.containers.flatMap(({ env = [] }) =>
      env.flatMap(({ valueFrom }) => valueFrom?.secretKeyRef ?? []),
    );
    for (const { name, key } of refs.filter((ref) => !ref.optional && !ofOperator.includes(ref.name))) {
      expect(secretOf(name, key)).not.toBe('');
    }
  });

  it('leaves no secret unused', () => {
    const used = JSON.stringify(everything);
    for (const { metadata, stringData } of secrets) {
      for (const key of Object.keys(stringData)) {
        expect({
          name: metadata.name,
          key,
          isUsed: used.includes(metadata.name) && (used.includes(key) || key === 'username'),
        }).toEqual({ name: metadata.name, key, isUsed: true });
      }
    }
  });

  it('is given no secret in the clear', () => {
    const text = JSON.stringify([everything, settings]);
    for (const value of secrets.flatMap(({ stringData }) => Object.values(stringData))) {
      if (!value.startsWith('hospital_')) expect(text).not.toContain(value);
    }
    expect(everything.map(({ kind }) => kind)).not.toContain('Secret');
  });
});

describe('the network in Kubernetes', () => {
  interface Peer {
    podSelector?: object;
    namespaceSelector?: { matchLabels: Record<string, string> };
    ipBlock?: { cidr: string };
  }
  interface Policy {
    podSelector: { matchLabels?: Record<string, string>; matchExpressions?: { key: string; values: string[] }[] };
    ingress?: { from: Peer[]; ports: { port: number }[] }[];
  }
  const policies = base
    .filter(({ kind }) => kind === 'NetworkPolicy')
    .map(({ metadata, spec }) => ({ name: metadata.name, ...(spec as unknown as Policy) }));
  const meant = ({ podSelector: { matchLabels = {}, matchExpressions = [] } }: Policy, { metadata }: PodTemplate) =>
    selects(matchLabels, { metadata } as PodTemplate) &&
    matchExpressions.every(({ key, values }) => values.includes(metadata.labels[key] ?? ''));

  it('is closed to whoever is not let in', () => {
    expect(policies[0]).toEqual({ name: 'nobody-comes-in', podSelector: {}, policyTypes: ['Ingress'] });
  });

  it('lets others in to the gateway and to the HL7 port only; PostgreSQL’s operator to its instances', () => {
    const doors = policies.flatMap(({ name, ingress = [] }) =>
      ingress
        .filter(({ from }) => from.some(({ ipBlock, namespaceSelector }) => ipBlock ?? namespaceSelector))
        .map(({ ports }) => [name, ports.map(({ port }) => port)]),
    );
    expect(doors).toEqual([
      ['gateway', [3000]],
      ['mllp', [Number(given('his')['MLLP_PORT'])]],
      ['postgres', [5432, 8000]],
    ]);
  });

  it('opens ports that somebody listens on', () => {
    for (const policy of policies.filter(({ name }) => !['nobody-comes-in', 'postgres'].includes(name))) {
      const selected = pods.map(([, pod]) => pod).filter((pod) => meant(policy, pod));
      expect({ policy: policy.name, selected: selected.length > 0 }).toEqual({ policy: policy.name, selected: true });
      const opened = (policy.ingress ?? []).flatMap(({ ports }) => ports.map(({ port }) => port));
      for (const pod of selected) {
        expect(pod.spec.containers.flatMap(portsOf)).toEqual(expect.arrayContaining(opened));
      }
    }
  });

  it.each(base.filter(({ kind, metadata }) => kind === 'Service' && metadata.name !== 'postgres'))(
    'leads $metadata.name to pods that there are, and a disruption leaves one of them',
    ({ spec }) => {
      const selector = spec['selector'] as Record<string, string>;
      expect(pods.filter(([, pod]) => selects(selector, pod)).length).toBe(1);
      const budgets = base.filter(({ kind }) => kind === 'PodDisruptionBudget').map((each) => each.spec);
      expect(budgets).toContainEqual({ maxUnavailable: 1, selector: { matchLabels: selector } });
    },
  );
});

describe('what is done beside the services', () => {
  it('a backup is made by a program of the image, with settings that it reads', () => {
    for (const name of ['CronJob backup', 'Job restore']) {
      const [, pod] = pods.find(([each]) => each === name) as [string, PodTemplate];
      const [{ command = [], env = [] }] = pod.spec.containers;
      const [, program = ''] = command;
      expect(textOf(program.replace('dist/', '').replace(/js$/, 'ts'))).toContain('runCommand');
      expect(textOf('deploy/Dockerfile')).toContain(`./${program.split('/').slice(0, 3).join('/')}\n`);
      const read = ['environment.ts', 'hospital-server.ts'].map((file) => textOf(`tools/backup/${file}`)).join();
      const own = env.map((each) => each.name).filter((each) => each !== 'DATABASE_PASSWORD');
      for (const variable of own) expect(read).toContain(variable);
    }
  });

  it('Prometheus scrapes every service with its token, under the job names that alerts and dashboards know', () => {
    const [monitor] = resourcesIn(`${K8S}/monitoring/pod-monitor.yaml`) as [Manifest];
    const { selector, podMetricsEndpoints } = monitor.spec as unknown as {
      selector: { matchLabels: Record<string, string> };
      podMetricsEndpoints: [object];
    };
    const scraped = pods
      .filter(([, pod]) => selects(selector.matchLabels, pod))
      .map(([, { metadata }]) => metadata.labels);
    const { scrape_configs: jobs } = load(textOf('deploy/prometheus/prometheus.yml')) as {
      scrape_configs: { job_name: string }[];
    };
    expect(scraped.map((labels) => labels['app.kubernetes.io/name']).toSorted()).toEqual(
      jobs.map(({ job_name: job }) => job).toSorted(),
    );
    expect(podMetricsEndpoints[0]).toMatchObject({
      ...{ port: 'http', path: '/metrics', authorization: { credentials: { name: 'metrics', key: 'METRICS_TOKEN' } } },
      relabelings: [{ sourceLabels: ['__meta_kubernetes_pod_label_app_kubernetes_io_name'], targetLabel: 'job' }],
    });
  });

  it('the example names the image that the manifests name', () => {
    const images = new Set(pods.flatMap(([, { spec }]) => spec.containers.map(({ image }) => image)));
    const { images: renamed = [], patches = [] } = kustomization(`${K8S}/example`);
    expect([...images]).toEqual(expect.arrayContaining(renamed.map(({ name }) => name)));
    expect([...images]).toContain(renamed.map(({ newName, newTag }) => `${newName}:${newTag}`)[0]);
    expect(patches.length).toBeGreaterThan(0);
  });
});
