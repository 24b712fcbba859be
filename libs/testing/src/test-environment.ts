/** Where this worker finds its servers, as the global setup left them in the environment. */
export function testEnvironment(): {
  adminUrl: string;
  natsUrl: string;
  /** Of every user of the brokers. */
  natsPassword: string;
  jwksUrl: string;
  signingKey: string;
  directory: string;
} {
  const brokers = required('TEST_NATS_URLS').split(' ');
  const worker = Number(process.env['JEST_WORKER_ID'] ?? '1');
  return {
    adminUrl: required('TEST_DATABASE_ADMIN_URL'),
    natsUrl: brokers[(worker - 1) % brokers.length] as string,
    natsPassword: required('TEST_NATS_PASSWORD'),
    jwksUrl: required('TEST_JWKS_URL'),
    signingKey: required('TEST_SIGNING_KEY'),
    directory: required('TEST_DIRECTORY'),
  };
}

function required(variable: string): string {
  const value = process.env[variable];
  if (value === undefined)
    throw new Error(`${variable} is not set: run this file in a Jest project that starts servers`);
  return value;
}
