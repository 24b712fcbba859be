import { Ajv } from 'ajv';
import { describe, expect, it } from '@jest/globals';
import { composeFile } from './compose-file.js';

const text = { type: 'string', minLength: 1 };
const texts = { type: 'array', items: text, uniqueItems: true };
const record = (values: object) => ({ type: 'object', additionalProperties: values });
const shape = (properties: object, required: string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const size = { type: 'string', pattern: '^\\d+[bkmg]$' };
const duration = { type: 'string', pattern: '^\\d+(ms|s|m|h)$' };

/**
 * The part of the Compose Specification that these files use, and nothing beside it: a key that is misspelt, or of
 * another shape, is found.
 */
const SERVICE = shape({
  image: text,
  build: shape({ context: text, dockerfile: text }, ['context', 'dockerfile']),
  command: { type: 'array', minItems: 1, items: text },
  init: { type: 'boolean' },
  restart: { enum: ['no', 'always', 'on-failure', 'unless-stopped'] },
  stop_grace_period: duration,
  security_opt: texts,
  cap_drop: texts,
  cap_add: texts,
  read_only: { type: 'boolean' },
  tmpfs: texts,
  shm_size: size,
  mem_limit: size,
  cpus: { type: 'number', exclusiveMinimum: 0 },
  pids_limit: { type: 'integer', minimum: 1 },
  working_dir: { type: 'string', pattern: '^/' },
  networks: texts,
  ports: {
    type: 'array',
    items: { type: 'string', pattern: '^\\$\\{BIND_ADDRESS:-127\\.0\\.0\\.1\\}:\\$\\{\\w+:-\\d+\\}:\\d+$' },
  },
  volumes: { type: 'array', items: { type: 'string', pattern: '^[^:]+(:[^}]*\\})?:/[^:]+(:ro)?$' } },
  configs: {
    type: 'array',
    items: shape({ source: text, target: { type: 'string', pattern: '^/' } }, ['source', 'target']),
  },
  environment: record({ type: 'string' }),
  logging: shape({ driver: text, options: record({ type: 'string' }) }),
  depends_on: record(
    shape({ condition: { enum: ['service_started', 'service_healthy', 'service_completed_successfully'] } }),
  ),
  healthcheck: shape({
    test: { type: 'array', minItems: 2, items: text },
    ...{ interval: duration, timeout: duration, start_period: duration, retries: { type: 'integer' } },
  }),
});

const FILE = {
  type: 'object',
  properties: {
    name: { type: 'string', pattern: '^[a-z0-9][a-z0-9_-]*$' },
    services: record(SERVICE),
    networks: record(shape({ internal: { type: 'boolean' } })),
    configs: record(shape({ file: { type: 'string', pattern: '^\\./' } }, ['file'])),
    volumes: record(shape({})),
  },
  patternProperties: { '^x-': {} },
  required: ['services'],
  additionalProperties: false,
};

describe.each(['docker-compose.yml', 'deploy/compose.tls.yml'])('%s', (file) => {
  const parsed = composeFile(file);

  it('is of the shape that docker compose reads', () => {
    const validate = new Ajv({ allErrors: true }).compile(FILE);
    validate(parsed);
    expect(validate.errors).toBeNull();
  });

  it('refers only to networks, configs, volumes and services that there are', () => {
    const base = composeFile();
    const both = { ...base, ...parsed, networks: base.networks ?? {}, configs: { ...base.configs, ...parsed.configs } };
    for (const service of Object.values(parsed.services)) {
      expect(Object.keys(both.networks)).toEqual(expect.arrayContaining(service.networks ?? []));
      expect(Object.keys(both.configs)).toEqual(
        expect.arrayContaining((service.configs ?? []).map(({ source }) => source)),
      );
      expect(Object.keys(base.services)).toEqual(expect.arrayContaining(Object.keys(service.depends_on ?? {})));
      const named = (service.volumes ?? [])
        .map((volume) => volume.split(':')[0] ?? '')
        .filter((each) => /^\w/.test(each));
      expect(Object.keys(base.volumes ?? {})).toEqual(expect.arrayContaining(named));
    }
    expect(Object.keys(base.services)).toEqual(expect.arrayContaining(Object.keys(parsed.services)));
  });
});
