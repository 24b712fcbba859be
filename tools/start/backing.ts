import { join } from 'node:path';
import { checkNats, checkPostgres, startNats, startPostgres } from '../backing-services/index.js';
import { Supervised } from './supervised.js';

/** PostgreSQL or NATS: our own, supervised, or somebody's, which we only use. */
export interface Backing {
  /** An administrator's, for PostgreSQL. */
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

export async function bringNats(options: BackingOptions): Promise<Backing> {
  const { dataDir, port, url, onServer, onLog } = options;
  if (url !== undefined) {
    const version = await checkNats(url).catch(explain('NATS_URL', 'nats-server'));
    return { url, label: `nats-server ${version} of NATS_URL` };
  }
  const begin = () => startNats({ dataDir: join(dataDir, 'nats'), port, onLog });
  const server = new Supervised('nats-server', begin, onLog);
  onServer(server);
  const { url: own, version } = await server.start();
  return { url: own, label: `nats-server ${version} on port ${port}`, server };
}

/** A user who mistyped a URL sees the variable's name, never the password in it. */
function explain(variable: string, server: string): (error: unknown) => never {
  return (error) => {
    const { message } = error instanceof Error ? error : new Error(String(error));
    throw new Error(message.includes(variable) ? message : `${variable} leads to no ${server} we can use: ${message}`);
  };
}
