// Prints the secrets that docker-compose.yml needs, made up anew: node deploy/make-environment.mjs > deploy/.env
// Once only: PostgreSQL takes the passwords when its data folder is made, and a new signing key ends every session.
import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';

const PASSWORDS = [
  'POSTGRES_PASSWORD',
  'STAFF_DATABASE_PASSWORD',
  'PATIENTS_DATABASE_PASSWORD',
  'FOLLOW_UP_DATABASE_PASSWORD',
  'COMPLAINTS_DATABASE_PASSWORD',
  'HIS_DATABASE_PASSWORD',
  'NATS_CLUSTER_PASSWORD',
  'NATS_STAFF_PASSWORD',
  'NATS_PATIENTS_PASSWORD',
  'NATS_FOLLOW_UP_PASSWORD',
  'NATS_COMPLAINTS_PASSWORD',
  'NATS_HIS_PASSWORD',
  'NATS_GATEWAY_PASSWORD',
  'NATS_DEMO_PARTNER_PASSWORD',
  'NATS_OPS_PASSWORD',
  'FIRST_ADMIN_PASSWORD',
];

/** An ES256 private key; its name is its thumbprint (RFC 7638). */
function signingKey() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { kty, crv, x, y, d } = privateKey.export({ format: 'jwk' });
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
  return JSON.stringify({ kty, crv, x, y, d, kid, alg: 'ES256', use: 'sig' });
}

const secrets = {
  ...Object.fromEntries(PASSWORDS.map((name) => [name, randomBytes(24).toString('base64url')])),
  METRICS_TOKEN: randomBytes(32).toString('base64url'),
  STREAM_TICKET_KEY: randomBytes(32).toString('base64url'),
  FILES_LINK_KEYS: randomBytes(32).toString('base64url'),
  BACKUP_KEY: randomBytes(32).toString('base64'),
  STAFF_SIGNING_KEY: signingKey(),
};
// Single quotes: docker compose then takes JSON as it is.
const quoted = (value) => (value.startsWith('{') ? `'${value}'` : value);
for (const [name, value] of Object.entries(secrets)) console.log(`${name}=${quoted(value)}`);
