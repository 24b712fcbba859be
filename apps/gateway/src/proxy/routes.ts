import type { GatewayConfig } from '../gateway.config.js';

export const SERVICES = ['staff', 'patients', 'follow-up', 'complaints', 'his'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** One door of the gateway. */
export interface ProxyRoute {
  /** What the caller's path begins with. */
  prefix: string;
  service: ServiceName;
  /** What the service's path begins with. */
  target: string;
  /** Whether the gateway itself asks for a valid token; the service decides about roles. */
  access: 'public' | 'token';
  bodyLimitBytes: number;
  /** Where a multipart form is passed on as it comes. Elsewhere such a form is a body like any other. */
  uploads: Upload[];
  /** Who calls is a patient with a browser: what fails is told in a page. */
  pages?: boolean;
}

/** One operation that takes a file. */
export interface Upload {
  /** The caller's path, without the query. */
  path: RegExp;
  /** Of the file with the form around it; the service knows the limit of the file alone. */
  limitBytes: number;
}

const MIB = 1_048_576;
const KIB = 1024;

/** Of each service that keeps files. */
const UPLOADS: Partial<Record<ServiceName, Upload[]>> = {
  patients: [
    { path: /^\/patients\/[^/]+\/photo$/, limitBytes: 6 * MIB },
    { path: /^\/patients\/imports$/, limitBytes: 513 * MIB },
  ],
  complaints: [
    { path: /^\/complaints\/tickets\/[^/]+\/attachments$/, limitBytes: 51 * MIB },
    { path: /^\/complaints\/praise\/[^/]+\/photo$/, limitBytes: 11 * MIB },
  ],
};

/** Every path that leaves the gateway. A service's own limit on bodies is 1 MiB as well. */
export const ROUTES: ProxyRoute[] = [
  { prefix: '/auth', service: 'staff', target: '/auth', access: 'public', bodyLimitBytes: 16 * KIB, uploads: [] },
  {
    prefix: '/.well-known',
    service: 'staff',
    target: '/.well-known',
    access: 'public',
    bodyLimitBytes: KIB,
    uploads: [],
  },
  // Pages behind links in messages: the link itself is the permission, and the service checks it.
  {
    ...{ prefix: '/f', service: 'follow-up', target: '/f', access: 'public', uploads: [], pages: true },
    // Follow-up's own limit on forms is the same: four answers of 2,000 Chinese characters are 72 kB as browsers send them.
    bodyLimitBytes: 256 * KIB,
  },
  // The form on the hospital's website (CP-1): a letter's length and no more.
  {
    ...{ prefix: '/public/complaints', service: 'complaints', target: '/public/complaints', access: 'public' },
    ...{ bodyLimitBytes: 32 * KIB, uploads: [] },
  },
  ...SERVICES.filter((service) => service in UPLOADS).map(linkDoor),
  ...SERVICES.map((service) => ({
    ...door(`/${service}`, service, `/${service}`, MIB),
    uploads: UPLOADS[service] ?? [],
  })),
  ...SERVICES.map((service) => door(`/ops/${service}`, service, '/ops', MIB)),
];

function door(prefix: string, service: ServiceName, target: string, bodyLimitBytes: number): ProxyRoute {
  return { prefix, service, target, access: 'token', bodyLimitBytes, uploads: [] };
}

/** For signed links to files: they say themselves what they are for, and the service checks it. */
function linkDoor(service: ServiceName): ProxyRoute {
  return { prefix: `/files/${service}`, service, target: '/files', access: 'public', bodyLimitBytes: KIB, uploads: [] };
}

export function urlOf(service: ServiceName, config: GatewayConfig): string {
  const urls: Record<ServiceName, string> = {
    staff: config.staffUrl,
    patients: config.patientsUrl,
    'follow-up': config.followUpUrl,
    complaints: config.complaintsUrl,
    his: config.hisUrl,
  };
  return urls[service].replace(/\/$/, '');
}
