import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '../backing-services/index.js';
import { alerts, asPromQl, dashboards } from './dashboards.js';
import { findPromtool } from './promtool.js';

const all = dashboards();

describe.each(all.map((dashboard) => [dashboard.file, dashboard] as const))('%s', (_file, dashboard) => {
  it('lets its user choose the data source and the services', () => {
    expect(dashboard.templating.list).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'datasource', type: 'datasource' }),
        expect.objectContaining({ name: 'service', type: 'query' }),
      ]),
    );
  });

  it('gives every panel a title, a unit and expressions of the chosen data source', () => {
    expect(dashboard.panels.length).toBeGreaterThan(0);
    for (const { title, fieldConfig, datasource, targets } of dashboard.panels) {
      expect({ title, unit: fieldConfig.defaults.unit }).toEqual({
        title: expect.stringMatching(/\w/),
        unit: expect.stringMatching(/\w/),
      });
      expect([datasource, ...targets.map((target) => target.datasource)].map(({ uid }) => uid)).toEqual(
        [datasource, ...targets].map(() => '${datasource}'),
      );
      expect(targets.length).toBeGreaterThan(0);
    }
  });
});

describe('what Prometheus is given', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  const file = (name: string) => join(projectRoot(), 'deploy', 'prometheus', name);
  let promtool: (...args: string[]) => string;

  beforeAll(async () => {
    promtool = await findPromtool();
  }, 180_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it('is a configuration and rules that Prometheus accepts', () => {
    expect(promtool('check', 'config', '--syntax-only', file('prometheus.yml'))).toContain('SUCCESS');
    expect(promtool('check', 'rules', file('alerts.yml'))).toContain(`SUCCESS: ${alerts().length} rules found`);
  });

  it('fires each alert on what it is for, and only then', () => {
    expect(promtool('test', 'rules', file('alerts.test.yml'))).toContain('SUCCESS');
  });

  it('is PromQL in every panel', () => {
    const rules = all.flatMap(({ panels }) =>
      panels.flatMap(({ targets }) => targets.map(({ expr }) => ({ record: 'panel', expr: asPromQl(expr) }))),
    );
    const distinct = rules.map((rule, index) => ({ ...rule, labels: { panel: String(index) } }));
    const path = join(folder, 'panels.json');
    writeFileSync(path, JSON.stringify({ groups: [{ name: 'panels', rules: distinct }] }));
    expect(promtool('check', 'rules', path)).toContain(`SUCCESS: ${rules.length} rules found`);
  });
});
