import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { projectRoot } from '../backing-services/index.js';

/** What the checks need of one service in docker-compose.yml. */
export interface ComposeService {
  image: string;
  build?: { context: string; dockerfile: string };
  command: string[];
  environment?: Record<string, string>;
  ports?: string[];
  volumes?: string[];
  healthcheck?: { test: string[] };
}

const root = projectRoot();

export function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** The services of docker-compose.yml by name, with every merge key resolved and no variable filled in. */
export function composeServices(): Record<string, ComposeService> {
  const schema = CORE_SCHEMA.withTags(mergeTag);
  return (load(textOf('docker-compose.yml'), { schema }) as { services: Record<string, ComposeService> }).services;
}

/** Fills in `${NAME:-default}` as docker compose does. */
export function interpolate(text: string, values: Record<string, string>): string {
  return text.replace(/\$\{(\w+):-([^}]*)\}/g, (_, name: string, fallback: string) => values[name] ?? fallback);
}

/** A variable that a configuration class reads. */
export interface Setting {
  variable: string;
  /** It has no default and may not be left out. */
  required: boolean;
}

const SETTING = /@Env\('(\w+)'\)((?:(?!@Env\()[^])*?)\w+([!?]?): (?:string|number|boolean)\b/g;

/** The settings that a configuration class's file declares; the class itself belongs to an app, which tools do not enter. */
export function settingsIn(file: string): Setting[] {
  return [...textOf(file).matchAll(SETTING)].map(([, variable = '', , mark]) => ({ variable, required: mark === '!' }));
}
