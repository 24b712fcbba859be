import { join } from 'node:path';
import { checkNats, checkPostgres, OPERATOR, startNats, startPostgres } from '../backing-services/index.js';
import { Supervised } from './supervised.js';

/** PostgreSQL or NATS: our own, supervised, or somebody's, which we only use. */
export interface Backing {
  /** An administrator's, for PostgreSQL; for NATS as the user gave it, else without a login. */
  url: string;
  /** For people: 'PostgreSQL 18.4 on port 15432'. */
  label: string;
  /** Undefined when the server is not ours. */
  server?: Supervised;
}

export interface BackingOptions {
  dataDir: string;
  port: number;
  /** An existing server's, to use instead. */
  url?: string;
  settings?: Record<string, string>;
  /** Told of the supervised server before it starts, so that it can be stopped in the middle of that. */
  onServer: (server: Supervised) => void;
  onLog: (line: string) => void;
}

export async function bringPostgres(options: BackingOptions): Promise<Backing> {
  const { dataDir, port, url, settings, onServer, onLog } = options;
  if (url !== undefined) {
    const version = await checkPostgres(url).catch(explain('DATABASE_URL', 'PostgreSQL'));
    return { url, label: `PostgreSQL ${version} of DATABASE_URL` };
  }
  const begin = () => startPostgres({ dataDir: join(dataDir, 'postgres'), port, settings, onLog });
  const server = new Supervised('PostgreSQL', begin, onLog);
  onServer(server);
  const { url: own, version } = await server.start();
  return { url: own, label: `PostgreSQL ${version} on port ${port}`, server };
}

/** @param passwords of the users of nats-server, by name; a foreign one may have none */
export async function bringNats(options: BackingOptions, passwords: Record<string, string>): Promise<Backing> {
  const { dataDir, port, url, onServer, onLog } = options;
  if (url !== undefined) {
    const version = await checkNats(asOperator(url, passwords)).catch(explain('NATS_URL', 'nats-server'));
    return { url, label: `nats-server ${version} of NATS_URL` };
  }
  const begin = () => startNats({ dataDir: join(dataDir, 'nats'), port, users: { passwords }, onLog });
  const server = new Supervised('nats-server', begin, onLog);
  onServer(server);
  const { url: own, version } = await server.start();
  return { url: own, label: `nats-server ${version} on port ${port}`, server };
}

function asOperator(url: string, passwords: Record<string, string>): string {
  const asking = new URL(url);
  if (asking.username === '' && passwords[OPERATOR] !== undefined) {
    asking.username = OPERATOR;
    asking.password = encodeURIComponent(passwords[OPERATOR]);
  }
  return asking.href;
}

/** A user who mistyped a URL sees the variable's name, never the password in it. */
function explain(variable: string, server: string): (error: unknown) => never {
  return (error) => {
    const { message } = error instanceof Error ? error : new Error(String(error));
    throw new Error(message.includes(variable) ? message : `${variable} leads to no ${server} we can use: ${message}`);
  };
}
