import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  lastLines,
  passwordUsers,
  passwordVariable,
  pickFreePort,
  projectRoot,
  type ServerProcess,
  spawnServer,
  waitForNats,
} from '../backing-services/index.js';
import { findNatsServer, type NatsBinary } from '../backing-services/nats-binary.js';
import { isNatsNewEnough } from '../backing-services/nats-probe.js';
import { textOf } from './compose-file.js';

const SYNC_LINE = '  sync_interval: always\n';
const NODES = [1, 2, 3];
const CONFIGURATION = ['nats.conf', 'users.conf'];

export interface NatsNode {
  name: string;
  /** Without a login. */
  url: string;
  monitorUrl: string;
  process: ServerProcess;
}

export interface NatsCluster {
  nodes: NatsNode[];
  /** Of everybody. */
  password: string;
  /** nats://<user>:<password>@… of all nodes, as a service is told. */
  urlFor(user: string): string;
  stop(): Promise<void>;
}

/** TLS files to run the cluster with: what deploy/nats/certs holds. */
export interface ClusterOptions {
  certificates?: string;
}

/**
 * Three nats-servers on loopback with the shipped configuration, byte for byte; addresses and passwords come from the
 * environment, as in docker-compose.yml.
 */
export async function startShippedCluster({ certificates }: ClusterOptions = {}): Promise<NatsCluster> {
  const folder = mkdtempSync(join(tmpdir(), 'hospital-cluster-'));
  const binary = await findNatsServer(() => undefined);
  layOut(folder, binary, certificates);
  const routes = await Promise.all(NODES.map(() => pickFreePort()));
  const password = 'p$ss 1e9';
  const nodes = await Promise.all(NODES.map((number) => startNode(folder, binary, number, routes, password)));
  const cluster = {
    nodes,
    password,
    urlFor: (user: string) =>
      nodes.map(({ url }) => url.replace('//', `//${user}:${encodeURIComponent(password)}@`)).join(),
    stop: async () => {
      await Promise.all(nodes.map(({ process }) => process.stop({ signal: 'SIGTERM', graceMs: 5_000 })));
      rmSync(folder, { recursive: true, force: true });
    },
  };
  if (certificates !== undefined) return cluster;
  const asOperator = cluster.urlFor('ops').split(',');
  await Promise.all(asOperator.map((url) => waitForNats(url, { timeoutMs: 30_000 }))).catch(async (error: unknown) => {
    const log = lastLines(join(folder, 'nats-1.log'));
    await cluster.stop();
    throw new Error(`${String(error)}\n${log}`);
  });
  return cluster;
}

/** The shipped files; only nats-server before 2.10 gets them without the one line that it does not know. */
function layOut(folder: string, binary: NatsBinary, certificates: string | undefined): void {
  const shipped = join(projectRoot(), 'deploy', 'nats');
  for (const file of CONFIGURATION) cpSync(join(shipped, file), join(folder, file));
  cpSync(join(shipped, certificates === undefined ? 'tls-off.conf' : 'tls-on.conf'), join(folder, 'tls.conf'));
  if (certificates !== undefined) cpSync(certificates, join(folder, 'certs'), { recursive: true });
  if (isNatsNewEnough(binary.version, [2, 10, 0])) return;
  const text = textOf('deploy/nats/nats.conf');
  if (!text.includes(SYNC_LINE)) throw new Error('nats.conf does not sync every write any more');
  writeFileSync(join(folder, 'nats.conf'), text.replace(SYNC_LINE, ''));
}

async function startNode(
  folder: string,
  binary: NatsBinary,
  number: number,
  routes: number[],
  password: string,
): Promise<NatsNode> {
  const name = `nats-${number}`;
  const [port, monitorPort] = [await pickFreePort(), await pickFreePort()];
  const login = `cluster:${encodeURIComponent(password)}`;
  mkdirSync(join(folder, name));
  const text = {
    NATS_SERVER_NAME: name,
    NATS_LISTEN: `127.0.0.1:${port}`,
    NATS_MONITOR: `127.0.0.1:${monitorPort}`,
    NATS_STORE_DIR: join(folder, name),
    NATS_CLUSTER_LISTEN: `127.0.0.1:${routes[number - 1]}`,
    NATS_CLUSTER_PASSWORD: password,
    ...Object.fromEntries(passwordUsers().map((user) => [passwordVariable(user), password])),
  };
  const env = Object.fromEntries(Object.entries(text).map(([key, value]) => [key, JSON.stringify(value)]));
  const process = spawnServer({
    command: { file: binary.file, args: ['--config', join(folder, 'nats.conf')] },
    env: { ...env, NATS_ROUTES: JSON.stringify(routes.map((route) => `nats-route://${login}@127.0.0.1:${route}`)) },
    logFile: join(folder, `${name}.log`),
    ifOrphaned: 'SIGTERM',
    cwd: folder,
  });
  return { name, url: `nats://127.0.0.1:${port}`, monitorUrl: `http://127.0.0.1:${monitorPort}`, process };
}
