import { isNatsNewEnough } from './nats-probe.js';

export interface NatsConfig {
  version: string;
  port: number;
  monitorPort: number;
  dataDir: string;
  /** Further lines of nats-server's configuration, for instance accounts and permissions. */
  extra: string;
}

/** nats-server's configuration: JetStream on loopback, with its files below the data folder. */
export function natsConfig({ version, port, monitorPort, dataDir, extra }: NatsConfig): string {
  // Before 2.10 nothing but a regular sync, two minutes apart, can be had; it guards against power loss only.
  const sync = isNatsNewEnough(version, [2, 10, 0]) ? ['  sync_interval: always'] : [];
  return [
    'server_name: hospital',
    `listen: "127.0.0.1:${port}"`,
    `http: "127.0.0.1:${monitorPort}"`,
    `pid_file: ${JSON.stringify(`${dataDir}/nats.pid`)}`,
    'jetstream {',
    `  store_dir: ${JSON.stringify(dataDir)}`,
    '  max_memory_store: 256MB',
    '  max_file_store: 64GB',
    ...sync,
    '}',
    extra,
    '',
  ].join('\n');
}
