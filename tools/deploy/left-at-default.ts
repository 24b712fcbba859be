const OWN_SERVERS = 'the nodes of deploy/nats let services in by password and ask for no certificate of theirs';
const OWN_OVERRIDE = 'needs files mounted and a port published: an override of your own';
const GRACE = 'the time that a container is given to stop is made for the default';

/** Settings that deploy/ hands to no service, each with the reason. */
export const LEFT_AT_DEFAULT: Record<string, string> = {
  DATABASE_DIRECT_URL: 'there is no pooler before PostgreSQL',
  NATS_NKEY_SEED: OWN_SERVERS,
  NATS_CERT_FILE: OWN_SERVERS,
  NATS_KEY_FILE: OWN_SERVERS,
  NATS_CA_FILE: 'belongs to TLS: deploy/compose.tls.yml and deploy/k8s/tls give it',
  MLLP_PLAIN: OWN_OVERRIDE,
  MLLP_TLS_PORT: OWN_OVERRIDE,
  MLLP_TLS_KEY_FILE: OWN_OVERRIDE,
  MLLP_TLS_CERT_FILE: OWN_OVERRIDE,
  MLLP_TLS_CA_FILE: OWN_OVERRIDE,
  JOB_DRAIN_MS: GRACE,
  MLLP_DRAIN_TIMEOUT_MS: GRACE,
  BUILD_COMMIT: 'the image says it itself: docker build --build-arg BUILD_COMMIT=…',
  LOG_FILE: 'whoever runs containers takes their logs from stdout',
  LOG_FORMAT: 'whoever takes them reads JSON',
  CLOCK_OFFSET_FILE: 'of tests and the demo only',
};
