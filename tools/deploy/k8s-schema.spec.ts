import { existsSync, globSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '../backing-services/index.js';
import { textOf } from './compose-file.js';
import { K8S, kustomization, kustomizations, type Manifest, manifests, patched, resourcesIn } from './k8s-manifests.js';

const { kinds, $defs } = JSON.parse(textOf('tools/deploy/schemas/kubernetes.json')) as {
  kinds: Record<string, string>;
  $defs: object;
};
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true }).addSchema({ $id: 'kubernetes', $defs });

function faultsOf(manifest: Manifest): unknown {
  const kind = `${manifest.apiVersion}/${manifest.kind}`;
  const validate = ajv.getSchema(`kubernetes${kinds[kind]}`);
  if (!validate) return `${kind} is not among the schemas`;
  void validate(manifest);
  return validate.errors;
}

const folders = kustomizations();
const fields = [
  'apiVersion',
  'kind',
  'namespace',
  'resources',
  'components',
  'images',
  'configMapGenerator',
  'patches',
];
/** Applied by hand. */
const STANDALONE = join(K8S, 'restore.yaml');
const base = manifests(join(K8S, 'base'));

/** Each patch with the resources it is for. */
const patches = folders.flatMap((folder) =>
  (kustomization(folder).patches ?? []).map(({ path, target }) => {
    const [patch] = resourcesIn(join(folder, path)) as [Manifest];
    const isMeant = ({ kind, metadata }: Manifest) =>
      target ? kind === target.kind : kind === patch.kind && metadata.name === patch.metadata.name;
    return { path: join(folder, path), patch, isForMany: target !== undefined, bases: base.filter(isMeant) };
  }),
);

describe.each(folders)('%s', (folder) => {
  const found = kustomization(folder);

  it('is a kustomization of files that there are', () => {
    const generated = (found.configMapGenerator ?? []).flatMap(({ files = [], envs = [] }) => [...files, ...envs]);
    const named = [...(found.resources ?? []), ...(found.components ?? []), ...(found.patches ?? []), ...generated];
    const paths = named.map((each) => join(folder, typeof each === 'string' ? each : each.path));
    expect(paths.filter((path) => !existsSync(join(projectRoot(), path)))).toEqual([]);
    expect(Object.keys(found).filter((field) => !fields.includes(field))).toEqual([]);
  });

  it('holds what Kubernetes, CloudNativePG and the Prometheus Operator take', () => {
    for (const manifest of manifests(folder)) {
      expect({ [manifest.metadata.name]: faultsOf(manifest) }).toEqual({ [manifest.metadata.name]: null });
    }
  });
});

describe('deploy/k8s', () => {
  it('leaves no file out', () => {
    const named = folders.flatMap((folder) => {
      const { resources = [], patches: own = [] } = kustomization(folder);
      return [...resources, ...own.map(({ path }) => path)].map((path) => normalize(join(folder, path)));
    });
    const files = globSync(`${K8S}/**/*.yaml`, { cwd: projectRoot() }).filter((file) => !/kustomization/.test(file));
    expect(files.filter((file) => !named.includes(file))).toEqual([STANDALONE]);
  });

  it('names each resource once', () => {
    const names = [...folders.filter((folder) => !/example/.test(folder)).flatMap(manifests)].map(
      ({ kind, metadata }) => `${kind} ${metadata.name}`,
    );
    expect(names).toEqual([...new Set(names)]);
  });

  it('has a restore that Kubernetes takes', () => {
    for (const manifest of resourcesIn(STANDALONE)) expect(faultsOf(manifest)).toBeNull();
  });

  it.each(patches)('$path changes what is there into what Kubernetes takes', ({ patch, bases, isForMany }) => {
    expect(bases.length).toBeGreaterThanOrEqual(1);
    for (const manifest of bases) {
      const { metadata } = isForMany ? manifest : patch;
      const result = patched(manifest, { ...patch, metadata }) as Manifest;
      expect(faultsOf(result)).toBeNull();
      expect(result).not.toEqual(manifest);
      // A patch that names a container that there is none of would add one without an image.
      expect(JSON.stringify(result).match(/"image":/g)).toEqual(JSON.stringify(manifest).match(/"image":/g));
    }
  });

  it.each([
    ['a misspelt field', (spec: Record<string, unknown>) => ({ ...spec, replica: 2 })],
    ['a wrong type', (spec: Record<string, unknown>) => ({ ...spec, replicas: '2' })],
    ['what has to be there and is not', ({ template: _gone, ...spec }: Record<string, unknown>) => spec],
  ])('would be found with %s', (_what, change) => {
    const [manifest] = base.filter(({ kind }) => kind === 'Deployment') as [Manifest];
    expect(faultsOf({ ...manifest, spec: change(manifest.spec) })).not.toBeNull();
  });
});
