import { globSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { loadAll } from 'js-yaml';
import { projectRoot } from '../backing-services/index.js';
import { textOf } from './compose-file.js';

export interface EnvironmentVariable {
  name: string;
  value?: string;
  valueFrom?: {
    secretKeyRef?: { name: string; key: string; optional?: boolean };
    configMapKeyRef?: { name: string; key: string; optional?: boolean };
    fieldRef?: { fieldPath: string };
  };
}

interface Probe {
  httpGet?: { path: string; port: string };
  exec?: { command: string[] };
}

export interface Container {
  name: string;
  image: string;
  command?: string[];
  args?: string[];
  env?: EnvironmentVariable[];
  envFrom?: { configMapRef: { name: string } }[];
  ports?: { name: string; containerPort: number }[];
  startupProbe?: Probe;
  livenessProbe?: Probe;
  readinessProbe?: Probe;
  lifecycle?: { preStop: { exec: { command: string[] } } };
  resources: { limits: Record<string, string>; requests: Record<string, string> };
  securityContext: object;
  volumeMounts?: { name: string; mountPath: string }[];
}

interface Volume {
  name: string;
  configMap?: { name: string; items: { key: string; path: string }[] };
  persistentVolumeClaim?: { claimName: string };
}

export interface PodTemplate {
  metadata: { labels: Record<string, string> };
  spec: {
    containers: [Container];
    volumes: Volume[];
    securityContext: object;
    enableServiceLinks: boolean;
    automountServiceAccountToken: boolean;
    terminationGracePeriodSeconds: number;
  };
}

/** What the checks need of a resource; `spec` of kinds that they look into by themselves stays unsaid. */
export interface Manifest<Spec = Record<string, unknown>> {
  apiVersion: string;
  kind: string;
  metadata: { name: string };
  spec: Spec;
}

export interface Workload {
  replicas: number;
  template: PodTemplate;
}

/** A kustomization.yaml: a base, an overlay or a component. */
export interface Kustomization {
  resources?: string[];
  components?: string[];
  patches?: { path: string; target?: { kind: string; labelSelector: string } }[];
  configMapGenerator?: { name: string; behavior?: string; files?: string[]; envs?: string[]; literals?: string[] }[];
  images?: { name: string; newName: string; newTag: string }[];
  namespace?: string;
}

export const K8S = 'deploy/k8s';

export function kustomization(folder: string): Kustomization {
  return loadAll(textOf(join(folder, 'kustomization.yaml')))[0] as Kustomization;
}

export function resourcesIn(file: string): Manifest[] {
  return loadAll(textOf(file)) as Manifest[];
}

/** Every resource below a kustomization, before patches. */
export function manifests(folder: string): Manifest[] {
  const { resources = [], components = [] } = kustomization(folder);
  return [...resources, ...components]
    .map((path) => normalize(join(folder, path)))
    .flatMap((path) => (statSync(join(projectRoot(), path)).isDirectory() ? manifests(path) : resourcesIn(path)));
}

/** Every folder with a kustomization, and those without a base of their own left out: deploy/nats is not of K8S. */
export function kustomizations(): string[] {
  return globSync(`${K8S}/*/kustomization.yaml`, { cwd: projectRoot() }).map((file) => join(file, '..'));
}

/** The pods that a resource starts. */
export function podOf({ kind, spec }: Manifest): PodTemplate | undefined {
  if (kind === 'CronJob')
    return (spec as { jobTemplate: { spec: { template: PodTemplate } } }).jobTemplate.spec.template;
  return ['Deployment', 'StatefulSet', 'Job'].includes(kind) ? (spec['template'] as PodTemplate) : undefined;
}

/** A strategic merge, as far as the patches here need it: lists of named things by name, other lists replaced. */
export function patched(base: unknown, patch: unknown): unknown {
  if (isNamed(base) && isNamed(patch)) {
    const kept = base.map((each) =>
      patched(
        each,
        patch.find(({ name }) => name === each.name),
      ),
    );
    return [...kept, ...patch.filter(({ name }) => !base.some((each) => each.name === name))];
  }
  if (patch === undefined || !isMap(base) || !isMap(patch)) return patch ?? base;
  return Object.fromEntries(
    [...new Set([...Object.keys(base), ...Object.keys(patch)])].map((key) => [key, patched(base[key], patch[key])]),
  );
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNamed(value: unknown): value is { name: string }[] {
  return Array.isArray(value) && value.every((each) => isMap(each) && 'name' in each);
}

/** Fills `$(NAME)` in, as Kubernetes does with variables that stand before. */
export function environmentOf(container: Container, secret: (name: string, key: string) => string) {
  const values: Record<string, string> = {};
  for (const { name, value, valueFrom } of container.env ?? []) {
    const { secretKeyRef, configMapKeyRef, fieldRef } = valueFrom ?? {};
    if (secretKeyRef) values[name] = secretKeyRef.optional ? '' : secret(secretKeyRef.name, secretKeyRef.key);
    else if (configMapKeyRef) values[name] = `of the overlay: ${configMapKeyRef.key}`;
    else if (fieldRef) values[name] = fieldRef.fieldPath;
    else values[name] = (value ?? '').replace(/\$\((\w+)\)/g, (whole, other: string) => values[other] ?? whole);
  }
  return values;
}

/** NAME=value lines, as a configMapGenerator reads them. */
export function variablesOf(lines: string): Record<string, string> {
  return Object.fromEntries([...lines.matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]));
}
