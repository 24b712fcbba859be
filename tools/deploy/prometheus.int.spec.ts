import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '../backing-services/index.js';
import { SERVICES } from '../start/services.js';
import { composeFile, composeServices, textOf } from './compose-file.js';
import { findPromtool } from './promtool.js';

interface Scrape {
  job_name: string;
  metrics_path?: string;
  static_configs: { targets: string[] }[];
  authorization: { credentials_file: string };
}

const { scrape_configs: jobs } = load(textOf('deploy/prometheus/prometheus.yml')) as { scrape_configs: Scrape[] };
const services = composeServices();
const beside = composeFile('deploy/compose.metrics.yml').services['prometheus'];

describe('Prometheus beside docker-compose.yml', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hospital-prometheus-'));
  let promtool: (...args: string[]) => string;

  beforeAll(async () => {
    promtool = await findPromtool();
  }, 180_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it('scrapes every service, once', () => {
    expect(jobs.map(({ job_name: name }) => name).toSorted()).toEqual(SERVICES.map(({ name }) => name).toSorted());
  });

  it.each(jobs)('finds $job_name in its network, on the port it listens on', ({ job_name: name, ...job }) => {
    const targets = job.static_configs.flatMap((each) => each.targets);
    expect(targets).toEqual([`${name}:${services[name]?.environment?.['SERVICE_PORT']}`]);
    expect(job.metrics_path ?? '/metrics').toBe('/metrics');
    expect(services[name]?.networks?.filter((network) => beside?.networks?.includes(network))).not.toEqual([]);
  });

  it.each(jobs)('shows $job_name the token that it is given', ({ job_name: name, authorization }) => {
    expect(beside?.secrets?.map(({ target }) => target)).toEqual([authorization.credentials_file]);
    expect(services[name]?.environment?.['METRICS_TOKEN']).toContain('${METRICS_TOKEN:?');
  });

  it('is started with files that Prometheus accepts whole, the token and the rules included', () => {
    cpSync(join(projectRoot(), 'deploy', 'prometheus'), folder, { recursive: true });
    const token = join(folder, 'metrics-token');
    writeFileSync(token, 'a-token-as-long-as-it-takes');
    const text = textOf('deploy/prometheus/prometheus.yml');
    const given = jobs[0]?.authorization.credentials_file as string;
    writeFileSync(join(folder, 'prometheus.yml'), text.replaceAll(given, token));
    expect(promtool('check', 'config', join(folder, 'prometheus.yml'))).toContain('SUCCESS');
    for (const volume of beside?.volumes?.filter((each) => each.startsWith('./')) ?? []) {
      const [, name, target] = /^\.\/deploy\/prometheus\/([\w.]+):(.+):ro$/.exec(volume) ?? [];
      expect(target).toBe(`/etc/prometheus/${name}`);
      expect(textOf(`deploy/prometheus/${name}`)).not.toBe('');
    }
    expect(beside?.command).toContain('--config.file=/etc/prometheus/prometheus.yml');
  });
});
