import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { keepLogs } from '../../../tools/start/kept-logs.js';
import { startNats, startPostgres } from '../../../tools/backing-services/index.js';
import { testUsers } from './test-users.js';

export interface TestServers {
  /** What the workers find the servers by. */
  environment: Record<string, string>;
  stop(): Promise<void>;
}

/** No fsync: a test run may lose its data with the machine. Fault tests start servers of their own, with it. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** One PostgreSQL for the run, one nats-server a worker, and a token issuer; all on free loopback ports. */
export async function startTestServers(workers: number): Promise<TestServers> {
  const directory = mkdtempSync(join(tmpdir(), 'hospital-test-'));
  const numbers = Array.from({ length: workers }, (_, index) => index + 1);
  // Another PostgreSQL than npm's, for instance the oldest that hospitals may have.
  const binaries = process.env['TEST_POSTGRES_BIN'];
  const home = binaries === undefined ? {} : { home: dirname(binaries) };
  const natsPassword = randomBytes(12).toString('hex');
  const [postgres, issuer, ...brokers] = await Promise.all([
    startPostgres({ dataDir: join(directory, 'postgres'), settings: FAST, ...home }),
    startIssuer(),
    ...numbers.map((number) =>
      startNats({ dataDir: join(directory, `nats-${number}`), users: testUsers(natsPassword) }),
    ),
  ]);
  process.stdout.write(`PostgreSQL ${postgres.version}, nats-server ${brokers[0]?.version}\n`);
  return {
    environment: {
      TEST_DATABASE_ADMIN_URL: postgres.url,
      TEST_NATS_URLS: brokers.map((broker) => broker.url).join(' '),
      TEST_NATS_PASSWORD: natsPassword,
      TEST_JWKS_URL: issuer.jwksUrl,
      TEST_SIGNING_KEY: issuer.privateKey,
      TEST_DIRECTORY: directory,
    },
    stop: async () => {
      await Promise.all([...brokers.map((broker) => broker.stop()), issuer.stop()]);
      await postgres.stop();
      keepLogs(directory, process.env['TEST_LOGS_DIR']);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function startIssuer(): Promise<{ jwksUrl: string; privateKey: string; stop(): Promise<void> }> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const keys = { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig', kid: 'test' }] };
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(keys));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    jwksUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/.well-known/jwks.json`,
    privateKey: JSON.stringify(await exportJWK(privateKey)),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
