import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What is made up once for a data folder and kept in it, readable by its owner only. */
export interface Secrets {
  /** ES256 private key as a JWK in JSON: signs the tokens that apps/staff issues. */
  staffSigningKey: string;
  /** Signs links to files. */
  fileLinkKey: string;
  /** By database role. */
  databasePasswords: Record<string, string>;
  /** By user of nats-server. */
  natsPasswords: Record<string, string>;
}

/** Reads the secrets, and adds what is missing for these database roles and users of nats-server. */
export function openSecrets(file: string, roles: string[], natsUsers: string[]): Secrets {
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>) : {};
  const fresh = (names: string[]) =>
    Object.fromEntries(names.map((name) => [name, randomBytes(24).toString('base64url')]));
  const secrets: Secrets = {
    staffSigningKey: kept.staffSigningKey ?? newSigningKey(),
    fileLinkKey: kept.fileLinkKey ?? randomBytes(32).toString('base64url'),
    databasePasswords: { ...fresh(roles), ...kept.databasePasswords },
    natsPasswords: { ...fresh(natsUsers), ...kept.natsPasswords },
  };
  writeWhole(file, JSON.stringify(secrets, undefined, 2));
  return secrets;
}

function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { kty, crv, x, y, d } = privateKey.export({ format: 'jwk' });
  // The key's name is its thumbprint (RFC 7638): these members in this order.
  const kid = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
  return JSON.stringify({ kty, crv, x, y, d, kid, alg: 'ES256', use: 'sig' });
}

function writeWhole(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${text}\n`, { mode: 0o600 });
  renameSync(draft, file);
}
