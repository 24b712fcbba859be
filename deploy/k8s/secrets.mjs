// Turns the secrets of deploy/make-environment.mjs into those of Kubernetes, which the manifests beside this name:
//   node deploy/make-environment.mjs > deploy/.env                                     # once; keep it secret
//   node deploy/k8s/secrets.mjs deploy/.env | kubectl apply -n hospital -f -
import { readFileSync } from 'node:fs';

const lines = readFileSync(process.argv[2] ?? 0, 'utf8').matchAll(/^(\w+)=(?:'(.*)'|(.*))$/gm);
const environment = Object.fromEntries([...lines].map(([, name, quoted, plain]) => [name, quoted ?? plain]));

/** @throws Error for one that the file does not have */
function value(name) {
  if (environment[name]) return environment[name];
  throw new Error(`${name} is missing: deploy/make-environment.mjs makes it`);
}

const secret = (name, stringData, type = 'Opaque') => ({
  ...{ apiVersion: 'v1', kind: 'Secret', type },
  metadata: { name, labels: { 'app.kubernetes.io/part-of': 'hospital' } },
  stringData,
});
/** Settings under their own names. */
const settings = (...names) => Object.fromEntries(names.map((name) => [name, value(name)]));
/** What the service signs in at NATS with, and its own secrets. */
const service = (name, ...own) =>
  secret(name, {
    NATS_PASSWORD: value(`NATS_${name.toUpperCase().replaceAll('-', '_')}_PASSWORD`),
    ...settings(...own),
  });
/** A role of PostgreSQL, in the form that CloudNativePG takes; it sets the password anew when this changes. */
const role = (name, username, password) => {
  const basic = secret(`postgres-${name}`, { username, password: value(password) }, 'kubernetes.io/basic-auth');
  return { ...basic, metadata: { ...basic.metadata, labels: { ...basic.metadata.labels, 'cnpg.io/reload': 'true' } } };
};
const nats = Object.keys(environment).filter((name) => /^NATS_\w+_PASSWORD$/.test(name));
const keys = ['FILES_S3_ACCESS_KEY_ID', 'FILES_S3_SECRET_ACCESS_KEY'].filter((name) => environment[name]);

const items = [
  service('staff', 'STAFF_SIGNING_KEY', 'FIRST_ADMIN_PASSWORD'),
  service('patients', 'FILES_LINK_KEYS', ...keys),
  service('follow-up'),
  service('complaints', 'FILES_LINK_KEYS', ...keys),
  service('his'),
  service('gateway', 'STREAM_TICKET_KEY'),
  secret('nats', settings(...nats)),
  secret('metrics', settings('METRICS_TOKEN')),
  secret('backup', settings('BACKUP_KEY')),
  ...['staff', 'patients', 'follow-up', 'complaints', 'his'].map((name) => {
    const role_ = `hospital_${name.replaceAll('-', '_')}`;
    return role(name, role_, `${name.toUpperCase().replaceAll('-', '_')}_DATABASE_PASSWORD`);
  }),
  // There is no superuser to sign in as; his password is the reader's.
  role('backup', 'hospital_backup', 'POSTGRES_PASSWORD'),
];
console.log(JSON.stringify({ apiVersion: 'v1', kind: 'List', items }, null, 2));
