import { join } from 'node:path';

/** One deployable of apps/, as `npm start` runs it. */
export interface ServiceDefinition {
  name: string;
  /** The compiled main file, from the project's root. */
  entry: string;
  /** Its own database, and the role of the same name; without it, none. */
  database?: string;
  /** What it needs besides what every service gets. */
  environment?: (surroundings: Surroundings) => Record<string, string>;
}

export interface Surroundings {
  /** By name of a port. */
  port: (name: string) => number;
  /** http://127.0.0.1:… of a service. */
  url: (name: string) => string;
  staffSigningKey: string;
  fileLinkKey: string;
  dataDir: string;
}

/** The services in the order in which they are listed; they start together. */
export const SERVICES: ServiceDefinition[] = [
  service('staff', ({ staffSigningKey }) => ({ STAFF_SIGNING_KEY: staffSigningKey, DEMO_SEED: 'true' })),
  service('patients', files),
  service('follow-up', ({ url }) => ({ PUBLIC_URL: url('gateway') })),
  service('complaints', files),
  service('his', ({ port }) => ({ MLLP_PORT: String(port('mllp')), MLLP_HOST: '127.0.0.1' })),
  withoutDatabase(
    service('gateway', ({ url }) => ({
      STAFF_URL: url('staff'),
      PATIENTS_URL: url('patients'),
      FOLLOW_UP_URL: url('follow-up'),
      COMPLAINTS_URL: url('complaints'),
      HIS_URL: url('his'),
    })),
  ),
];

/** Where a part listens unless told otherwise. The doors a user knows by heart are refused when taken; others move. */
export const DEFAULT_PORTS: Record<string, { port: number; fixed: boolean }> = {
  gateway: { port: 3000, fixed: true },
  mllp: { port: 2575, fixed: true },
  staff: { port: 3001, fixed: false },
  patients: { port: 3002, fixed: false },
  'follow-up': { port: 3003, fixed: false },
  his: { port: 3004, fixed: false },
  complaints: { port: 3005, fixed: false },
  postgres: { port: 15_432, fixed: false },
  nats: { port: 14_222, fixed: false },
};

/** Of those who keep files. */
function files({ dataDir, fileLinkKey }: Surroundings): Record<string, string> {
  return { FILES_DIR: join(dataDir, 'files'), FILES_LINK_KEYS: fileLinkKey };
}

function service(name: string, environment?: ServiceDefinition['environment']): ServiceDefinition {
  const database = `hospital_${name.replaceAll('-', '_')}`;
  return { name, entry: join('dist', 'apps', name, 'src', 'main.js'), database, environment };
}

function withoutDatabase({ database: _none, ...definition }: ServiceDefinition): ServiceDefinition {
  return definition;
}
