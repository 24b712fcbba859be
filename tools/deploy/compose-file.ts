import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load, mergeTag } from 'js-yaml';
import { projectRoot } from '../backing-services/index.js';

/** What the checks need of one service in docker-compose.yml. */
export interface ComposeService {
  image: string;
  build?: { context: string; dockerfile: string };
  command?: string[];
  environment?: Record<string, string>;
  entrypoint?: string[];
  stop_grace_period?: string;
  secrets?: { source: string; target: string }[];
  ports?: string[];
  networks?: string[];
  configs?: { source: string; target: string }[];
  read_only?: boolean;
  security_opt?: string[];
  cap_drop?: string[];
  restart?: string;
  mem_limit?: string;
  cpus?: number;
  pids_limit?: number;
  working_dir?: string;
  volumes?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
}

const root = projectRoot();

export function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** A compose file, with every merge key resolved and no variable filled in. */
export interface ComposeFile {
  services: Record<string, ComposeService>;
  networks?: Record<string, { internal?: boolean }>;
  configs?: Record<string, { file: string }>;
  volumes?: Record<string, object>;
  secrets?: Record<string, { file: string }>;
}

export function composeFile(file = 'docker-compose.yml'): ComposeFile {
  return load(textOf(file), { schema: CORE_SCHEMA.withTags(mergeTag) }) as ComposeFile;
}

/** The services of docker-compose.yml by name. */
export function composeServices(): Record<string, ComposeService> {
  return composeFile().services;
}

const VARIABLE = /\$\{(\w+)(?::([-?])([^}]*))?\}/g;

/** Fills in `${NAME}`, `${NAME:-default}` and `${NAME:?why}` as docker compose does. */
export function interpolate(text: string, values: Record<string, string>): string {
  return text.replace(VARIABLE, (_, name: string, kind: string | undefined, rest = '') => {
    const value = values[name];
    if (value) return value;
    if (kind === '?') throw new Error(`${name} ${rest}`);
    return kind === '-' ? (rest as string) : '';
  });
}

/** The variables a compose file reads, and whether it refuses to start without. */
export function variablesIn(file: string): { name: string; demanded: boolean }[] {
  return [...textOf(file).matchAll(VARIABLE)].map(([, name = '', kind]) => ({ name, demanded: kind === '?' }));
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

/** The settings of a service: everybody's, those of files if it keeps some, and its own. */
export function settingsOf(service: string): Setting[] {
  const own = globSync(`apps/${service}/src/*.config.ts`, { cwd: root });
  const config = (name: string) => `libs/platform/src/config/${name}-config.ts`;
  const keepsFiles = own.some((file) => textOf(file).includes('extends FilesConfig'));
  return [config('service'), ...(keepsFiles ? [config('files')] : []), ...own].flatMap(settingsIn);
}
