import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../backing-services/index.js';
import { SERVICES } from '../start/services.js';
import { textOf } from './compose-file.js';
import {
  type Container,
  environmentOf,
  K8S,
  type Manifest,
  manifests,
  podOf,
  type PodTemplate,
  resourcesIn,
  variablesOf,
  type Workload,
} from './k8s-manifests.js';

interface Secret {
  metadata: { name: string };
  stringData: Record<string, string>;
}

const node = (file: string, input?: string) =>
  execFileSync(process.execPath, [join(projectRoot(), file)], { encoding: 'utf8', input });
const made = node('deploy/make-environment.mjs');
export const { items: secrets } = JSON.parse(node(`${K8S}/secrets.mjs`, made)) as { items: Secret[] };
/** @throws Error for one that deploy/k8s/secrets.mjs does not make */
export const secretOf = (name: string, key: string) => {
  const value = secrets.find(({ metadata }) => metadata.name === name)?.stringData[key];
  if (value === undefined) throw new Error(`the secret ${name} has no ${key}`);
  return value;
};

export const base = manifests(join(K8S, 'base'));
/** The base, and what is applied by hand. */
export const everything = [...base, ...resourcesIn(join(K8S, 'restore.yaml'))];
export const settings = variablesOf(textOf(`${K8S}/base/settings.env`));
export const names = SERVICES.map(({ name }) => name);
export const of = (kind: string, name: string) =>
  base.find((each) => each.kind === kind && each.metadata.name === name) as Manifest;
export const workload = (name: string) => of('Deployment', name).spec as unknown as Workload;
export const container = (name: string) => workload(name).template.spec.containers[0];
/** What a service is told, secrets and passwords filled in. */
export const given = (name: string) => ({ ...settings, ...environmentOf(container(name), secretOf) });
/** Everything that starts pods, by kind and name. */
export const pods = everything.flatMap((manifest) => {
  const pod = podOf(manifest);
  return pod ? [[`${manifest.kind} ${manifest.metadata.name}`, pod] as const] : [];
});
export const portsOf = ({ ports = [] }: Container) => ports.map(({ containerPort }) => containerPort);
export const selects = (selector: Record<string, string>, { metadata }: PodTemplate) =>
  Object.entries(selector).every(([label, value]) => metadata.labels[label] === value);

export const nats = of('StatefulSet', 'nats').spec as unknown as Workload & {
  volumeClaimTemplates: [{ spec: { resources: { requests: { storage: string } } } }];
};
/** As services and the nodes themselves know them. */
export const nodes = Array.from({ length: nats.replicas }, (_, number) => `nats-${number}.nats`);
