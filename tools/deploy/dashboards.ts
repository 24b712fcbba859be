import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { projectRoot } from '../backing-services/index.js';

export interface Panel {
  title: string;
  fieldConfig: { defaults: { unit?: string } };
  datasource: { uid: string };
  targets: { expr: string; legendFormat: string; datasource: { uid: string } }[];
}

export interface Dashboard {
  file: string;
  uid: string;
  title: string;
  panels: Panel[];
  templating: { list: { name: string; type: string }[] };
}

/** Every dashboard of deploy/grafana. */
export function dashboards(): Dashboard[] {
  return globSync('deploy/grafana/dashboards/*.json', { cwd: projectRoot() }).map((file) => ({
    ...(JSON.parse(readFileSync(join(projectRoot(), file), 'utf8')) as Omit<Dashboard, 'file'>),
    file,
  }));
}

export interface Alert {
  alert: string;
  expr: string;
  labels: { severity: string };
  annotations: { summary: string };
}

export function alerts(): Alert[] {
  const text = readFileSync(join(projectRoot(), 'deploy/prometheus/alerts.yml'), 'utf8');
  return (load(text) as { groups: { rules: Alert[] }[] }).groups.flatMap(({ rules }) => rules);
}

/** An expression of a panel with Grafana's variables filled in, as Prometheus gets it. */
export function asPromQl(expr: string): string {
  return expr.replaceAll('$__rate_interval', '1m').replaceAll('$service', '.*');
}

/** The metrics of an expression, by the name they are declared under. */
export function metricsIn(expr: string): string[] {
  const names = expr.match(/\b(?:hospital|process|nodejs)_\w+/g) ?? [];
  return names.map((name) => name.replace(/_(?:bucket|count|sum)$/, ''));
}
