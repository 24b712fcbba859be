import { globSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '../backing-services/index.js';
import { composeFile, textOf } from './compose-file.js';

/** The Compose Specification's own (tools/deploy/schemas/README.md). */
const { $schema: _draft7, ...schema } = JSON.parse(textOf('tools/deploy/schemas/compose-spec.json')) as object & {
  $schema: string;
};
const ajv = new Ajv({ allErrors: true, strict: false });
addFormats.default(ajv);
const isCompose = ajv.compile(schema);

describe.each(['docker-compose.yml', ...globSync('deploy/compose.*.yml', { cwd: projectRoot() })])('%s', (file) => {
  const parsed = composeFile(file);

  it('is what the Compose Specification allows', () => {
    isCompose(parsed);
    expect(isCompose.errors).toBeNull();
  });

  it('refers only to networks, configs, secrets, volumes and services that there are', () => {
    const base = composeFile();
    const there = (kind: 'networks' | 'configs' | 'secrets' | 'volumes' | 'services') =>
      Object.keys({ ...base[kind], ...parsed[kind] });
    for (const service of Object.values(parsed.services)) {
      expect(there('networks')).toEqual(expect.arrayContaining(service.networks ?? []));
      expect(there('configs')).toEqual(expect.arrayContaining((service.configs ?? []).map(({ source }) => source)));
      expect(there('secrets')).toEqual(expect.arrayContaining((service.secrets ?? []).map(({ source }) => source)));
      expect(there('services')).toEqual(expect.arrayContaining(Object.keys(service.depends_on ?? {})));
      const named = (service.volumes ?? []).map((volume) => volume.split(':')[0] ?? '');
      expect(there('volumes')).toEqual(expect.arrayContaining(named.filter((each) => /^\w/.test(each))));
    }
  });
});

describe('the Compose Specification', () => {
  it.each([
    ['a misspelt key', { read_onyl: true }],
    ['a wrong type', { pids_limit: {} }],
    ['a condition that there is none of', { depends_on: { nats: { condition: 'service_heatlhy' } } }],
  ])('refuses %s', (_what, wrong) => {
    expect(isCompose({ services: { his: { image: 'x', ...wrong } } })).toBe(false);
  });
});
