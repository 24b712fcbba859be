import { join, resolve } from 'node:path';
import { OPERATOR, passwordVariable, SERVICE_USERS } from '../backing-services/index.js';

/** What `npm start` reads from its environment, checked, with every default. */
export interface StartEnvironment {
  /** DATA_DIR, default .data in the checkout: everything the hospital keeps. */
  dataDir: string;
  /** By name of a port in ports.ts; these and no other are used, and a taken one is refused. */
  ports: Record<string, number>;
  /** DATABASE_URL: an administrator's, of an existing PostgreSQL. Default: our own. */
  databaseUrl?: string;
  /** NATS_URL of an existing nats-server with JetStream. Default: our own. */
  natsUrl?: string;
  /** NATS_<USER>_PASSWORD of that server's users, by user; without them its URL has to carry a login, or needs none. */
  natsPasswords: Record<string, string>;
  /** Handed to every service as they are. */
  forServices: Record<string, string>;
}

/** Which variable fixes which port. */
export const PORT_VARIABLES: Record<string, string> = {
  gateway: 'GATEWAY_PORT',
  staff: 'STAFF_PORT',
  patients: 'PATIENTS_PORT',
  'follow-up': 'FOLLOW_UP_PORT',
  complaints: 'COMPLAINTS_PORT',
  his: 'HIS_PORT',
  mllp: 'MLLP_PORT',
  postgres: 'POSTGRES_PORT',
  nats: 'NATS_PORT',
};

const SERVICE_DEFAULTS: Record<string, string> = {
  HOSPITAL_ZONE: 'Asia/Shanghai',
  HOSPITAL_NAME: '示范医院 Demo Hospital',
  TOKEN_ISSUER: 'hospital-customer-service',
  LOG_LEVEL: 'info',
  LOG_FORMAT: 'json',
};

/** The only settings of a service that a user of `npm start` may pass through; the rest is worked out. */
const PASSED_ON = [
  ...Object.keys(SERVICE_DEFAULTS),
  ...['ENDPOINT', 'BUCKET', 'REGION', 'ACCESS_KEY_ID', 'SECRET_ACCESS_KEY'].map((part) => `FILES_S3_${part}`),
  ...['CLAMAV_HOST', 'CLOCK_OFFSET_FILE', 'NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS'],
  ...['METRICS_TOKEN', 'OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_TRACES_SAMPLER_ARG'],
];

/** @throws Error naming the variable at fault */
export function readEnvironment(env: NodeJS.ProcessEnv, root: string): StartEnvironment {
  return {
    dataDir: resolve(env['DATA_DIR'] || join(root, '.data')),
    ports: readPorts(env),
    databaseUrl: readUrl(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    natsUrl: readUrl(env, 'NATS_URL', ['nats:', 'tls:']),
    natsPasswords: readNatsPasswords(env),
    forServices: { ...SERVICE_DEFAULTS, ...pick(env, PASSED_ON) },
  };
}

function readNatsPasswords(env: NodeJS.ProcessEnv): Record<string, string> {
  const users = [...SERVICE_USERS.map(({ name }) => name), OPERATOR];
  return Object.fromEntries(
    users.flatMap((user) => {
      const password = env[passwordVariable(user)];
      return password ? [[user, password]] : [];
    }),
  );
}

function readPorts(env: NodeJS.ProcessEnv): Record<string, number> {
  const ports: Record<string, number> = {};
  // PORT is what hosting platforms set; our own name for it wins.
  for (const [name, variable] of [['gateway', 'PORT'], ...Object.entries(PORT_VARIABLES)] as const) {
    const text = env[variable];
    if (name === undefined || variable === undefined || text === undefined || text === '') continue;
    const port = Number(text);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      throw new Error(`${variable}=${text} is not a port: a number from 1 to 65535 is needed`);
    }
    ports[name] = port;
  }
  return ports;
}

function readUrl(env: NodeJS.ProcessEnv, variable: string, protocols: string[]): string | undefined {
  const text = env[variable];
  if (text === undefined || text === '') return undefined;
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text;
  throw new Error(`${variable} is not a URL that begins with ${protocols.map((each) => `${each}//`).join(' or ')}`);
}

function pick(env: NodeJS.ProcessEnv, names: string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}
