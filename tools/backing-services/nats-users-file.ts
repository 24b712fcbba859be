import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  permissionsOfOperator,
  permissionsOfPartner,
  permissionsOfService,
  type Permissions,
} from './nats-permissions.js';
import { OPERATOR, type PartnerUser, partnerUsers, passwordVariable, SERVICE_USERS } from './nats-users.js';
import { projectRoot } from './project-root.js';

/** The users file that containers, `npm start` and tests share. */
export const USERS_FILE = join('deploy', 'nats', 'users.conf');

const HEADER = `# Who may do what on NATS. Made from tools/backing-services/nats-users.ts and partners.json: npm run docs:nats-users.
# Passwords come from the environment; a value there is read as configuration, so it stands in double quotes.
`;

/**
 * The text of deploy/nats/users.conf. Everybody is in the default account, where the streams have always been. A user of
 * the account $SYS would be a trap: with that account alone declared, nats-server lets anybody in without a login.
 */
export function usersFile(partners: PartnerUser[] = partnerUsers()): string {
  const users = [
    ...SERVICE_USERS.map((service) => userOf(service.name, permissionsOfService(service, partners))),
    ...partners.map((partner) => userOf(partner.name, permissionsOfPartner(partner), partner.nkey)),
    userOf(OPERATOR, permissionsOfOperator()),
  ];
  return `${HEADER}
authorization {
  timeout: 5
  users: [
${users.join('\n')}
  ]
}
`;
}

function userOf(name: string, { publish, subscribe }: Permissions, nkey?: string): string {
  const login = nkey === undefined ? `user: "${name}", password: $${passwordVariable(name)}` : `nkey: ${nkey}`;
  const deny = publish.deny.length > 0 ? [`        deny: ${subjects(publish.deny)}`] : [];
  return [
    `    { # ${name}`,
    `      ${login}`,
    '      permissions: {',
    '        publish: {',
    ...[`        allow: ${subjects(publish.allow)}`, ...deny].map((line) => `  ${line}`),
    '        }',
    `        subscribe: { allow: ${subjects(subscribe.allow)} }`,
    '      }',
    '    }',
  ].join('\n');
}

function subjects(names: string[]): string {
  if (names.length <= 3) return `[${[...new Set(names)].map((name) => `"${name}"`).join(', ')}]`;
  return `[\n${[...new Set(names)].map((name) => `            "${name}"`).join('\n')}\n          ]`;
}

/** The shipped users with these passwords, for a server that we start. */
export interface NatsUsers {
  /** By name. Everybody of the users file who signs in with a password has to have one. */
  passwords: Record<string, string>;
  /** Users of a test, who may do everything. */
  unrestricted?: string[];
}

/** The configuration's text, and the environment that it reads the passwords from. */
export function configuredUsers({ passwords, unrestricted = [] }: NatsUsers): {
  text: string;
  environment: Record<string, string>;
} {
  const shipped = readFileSync(join(projectRoot(), USERS_FILE), 'utf8');
  const more = unrestricted.map((name) => `    { user: "${name}", password: $${passwordVariable(name)} }\n`);
  const entries = Object.entries(passwords).map(([name, password]) => [
    passwordVariable(name),
    JSON.stringify(password),
  ]);
  return {
    text: shipped.replace('users: [\n', `users: [\n${more.join('')}`),
    environment: Object.fromEntries(entries) as Record<string, string>,
  };
}
