import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { keepPrevious, passwordUsers, projectRoot, provisionDatabase } from '../backing-services/index.js';
import { type Backing, bringNats, bringPostgres } from './backing.js';
import { keepLogs } from './kept-logs.js';
import { takeLock } from './lock.js';
import { Orphans } from './orphans.js';
import { settlePorts } from './ports.js';
import { openSecrets, type Secrets } from './secrets.js';
import { startService } from './service-process.js';
import { type ServiceDefinition, SERVICES, type Surroundings } from './services.js';
import { Supervised } from './supervised.js';

export interface StackOptions {
  /** Everything the hospital keeps; one stack at a time may use it. */
  dataDir: string;
  /** Ports that must be these, by name (a service, mllp, postgres, nats); refused when taken. Others are free ones. */
  ports?: Record<string, number>;
  /** Take the usual ports (3000, 2575, …) where none is demanded, as `npm start` does. */
  defaultPorts?: boolean;
  /** Names of the services to start; default all. */
  only?: string[];
  /** Further environment of every service, for instance CLOCK_OFFSET_FILE or LOG_LEVEL. */
  env?: Record<string, string>;
  /** Existing servers to use instead of our own. */
  databaseUrl?: string;
  natsUrl?: string;
  /** Of the users of that NATS, by name. */
  natsPasswords?: Record<string, string>;
  /** postgresql.conf settings of our own PostgreSQL. */
  postgresSettings?: Record<string, string>;
  /** Default: those of apps/. */
  services?: ServiceDefinition[];
  /** Told of every step that is done, and of everything that goes wrong later. */
  onLog?: (line: string) => void;
}

export interface Stack {
  /** Of each service by name, http://127.0.0.1:… */
  readonly urls: Record<string, string>;
  readonly ports: Record<string, number>;
  /** Of a service's own database, by the service's name. */
  readonly databaseUrls: Record<string, string>;
  readonly postgres: Backing;
  readonly nats: Backing;
  /** kill(), restart(), ready(); a killed one comes back by itself. */
  service(name: string): Supervised;
  stop(): Promise<void>;
}

/** Somebody asked for the end before the beginning was over. */
export class StoppedWhileStarting extends Error {
  override message = 'Stopped while starting';
}

/** Brings up PostgreSQL, nats-server and the services as processes of their own, each supervised, and waits for all. */
export async function launchStack(options: StackOptions): Promise<Stack> {
  return new StackLauncher(options).launch();
}

/** The launch as an object, for whoever must be able to stop it half way. */
export class StackLauncher {
  private readonly root = projectRoot();
  private readonly dataDir: string;
  private readonly definitions: ServiceDefinition[];
  private readonly onLog: (line: string) => void;
  private readonly services = new Map<string, Supervised>();
  private readonly servers: { nats?: Supervised; postgres?: Supervised } = {};
  private readonly databaseUrls: Record<string, string> = {};
  private ports: Record<string, number> = {};
  private ending: Promise<void> | undefined;
  private release = () => undefined as void;

  constructor(private readonly options: StackOptions) {
    const { services = SERVICES, only, onLog = () => undefined } = options;
    this.dataDir = resolve(options.dataDir);
    this.definitions = services.filter(({ name }) => only === undefined || only.includes(name));
    this.onLog = onLog;
  }

  /** @throws LockTaken, PortTaken, or an error that says what did not start; then all is stopped again */
  async launch(): Promise<Stack> {
    ({ release: this.release } = takeLock(join(this.dataDir, 'lock')));
    try {
      return await this.bringUp();
    } catch (error) {
      const stopped = this.ending !== undefined;
      await this.stop();
      throw stopped ? new StoppedWhileStarting() : error;
    }
  }

  /** Gateway first, so that nothing new comes in; then the other services, NATS, and PostgreSQL last. */
  stop(): Promise<void> {
    return (this.ending ??= this.stopInOrder());
  }

  /** Lets what is being stopped die at once. What was committed is safe. */
  async hurry(): Promise<void> {
    await Promise.all([...this.services.values(), ...this.ownServers()].map((each) => each.hurry()));
  }

  private async bringUp(): Promise<Stack> {
    mkdirSync(join(this.dataDir, 'logs'), { recursive: true, mode: 0o700 });
    const orphans = new Orphans(join(this.dataDir, 'processes.json'));
    for (const name of await orphans.end()) this.onLog(`ended ${name}, which an earlier run left behind`);
    const { ports = {}, defaultPorts = false } = this.options;
    this.ports = await settlePorts(this.portNames(), ports, defaultPorts);
    const secrets = this.openSecrets();
    const [postgres, nats] = await this.bringServers(secrets);
    await this.provision(postgres.url, secrets);
    await this.startServices(secrets, nats.url, orphans);
    const { databaseUrls } = this;
    return {
      ...{ ports: this.ports, urls: this.urls(), databaseUrls, postgres, nats },
      service: (name) => this.service(name),
      stop: () => this.stop(),
    };
  }

  /** Ports of servers that are not ours are not asked about. */
  private portNames(): string[] {
    const names = this.definitions.map(({ name }) => name);
    const { databaseUrl, natsUrl } = this.options;
    return [
      ...names,
      ...(names.includes('his') ? ['mllp'] : []),
      ...(databaseUrl === undefined ? ['postgres'] : []),
      ...(natsUrl === undefined ? ['nats'] : []),
    ];
  }

  /** Of a NATS that is not ours only what we were told: made-up passwords would let nobody in. */
  private openSecrets(): Secrets {
    const roles = this.withDatabase().map(({ database }) => database);
    const secrets = openSecrets(join(this.dataDir, 'secrets.json'), roles, passwordUsers());
    const { natsUrl, natsPasswords = {} } = this.options;
    return natsUrl === undefined ? secrets : { ...secrets, natsPasswords };
  }

  private withDatabase() {
    return this.definitions.flatMap(({ name, database }) => (database === undefined ? [] : [{ name, database }]));
  }

  private async bringServers({ natsPasswords }: Secrets): Promise<[Backing, Backing]> {
    this.refuseWhenEnding();
    const { databaseUrl, natsUrl, postgresSettings: settings } = this.options;
    const { dataDir, onLog, servers } = this;
    const onServer = (name: 'postgres' | 'nats') => (server: Supervised) => void (servers[name] = server);
    const told = async (backing: Promise<Backing>) => {
      onLog(`${(await backing).label}`);
      return backing;
    };
    const postgresOptions = { url: databaseUrl, port: this.ports['postgres'] ?? 0, settings };
    const natsOptions = { url: natsUrl, port: this.ports['nats'] ?? 0 };
    const both = await Promise.allSettled([
      told(bringPostgres({ ...postgresOptions, dataDir, onLog, onServer: onServer('postgres') })),
      told(bringNats({ ...natsOptions, dataDir, onLog, onServer: onServer('nats') }, natsPasswords)),
    ]);
    const [postgres, nats] = both;
    if (postgres.status === 'rejected') throw postgres.reason;
    if (nats.status === 'rejected') throw nats.reason;
    return [postgres.value, nats.value];
  }

  private async provision(adminUrl: string, secrets: Secrets): Promise<void> {
    const wanted = this.withDatabase();
    for (const { name, database } of wanted) {
      const password = secrets.databasePasswords[database] ?? '';
      this.databaseUrls[name] = await provisionDatabase(adminUrl, { database, role: database, password });
    }
    this.onLog(`${wanted.length} databases`);
  }

  private async startServices(secrets: Secrets, natsUrl: string, orphans: Orphans): Promise<void> {
    const started = this.definitions.map(async (definition) => {
      this.refuseWhenEnding();
      const service = this.supervise(definition, this.environmentOf(definition, secrets, natsUrl), orphans);
      this.services.set(definition.name, service);
      await service.start();
      this.onLog(`${definition.name} on port ${this.ports[definition.name]}`);
    });
    const failed = (await Promise.allSettled(started)).find((each) => each.status === 'rejected');
    if (failed) throw failed.reason;
  }

  private supervise({ name, entry }: ServiceDefinition, env: Record<string, string>, orphans: Orphans): Supervised {
    const logFile = join(this.dataDir, 'logs', `${name}.log`);
    keepPrevious(logFile);
    const onSpawn = (pid: number) => orphans.remember(name, pid);
    const options = { name, entry: resolve(this.root, entry), cwd: this.root, env, logFile, onSpawn };
    const port = this.ports[name] ?? 0;
    return new Supervised(name, (signal) => startService({ ...options, port }, signal), this.onLog);
  }

  private environmentOf(definition: ServiceDefinition, secrets: Secrets, natsUrl: string): Record<string, string> {
    const port = (name: string) => this.ports[name] ?? 0;
    const url = (name: string) => `http://127.0.0.1:${port(name)}`;
    const { staffSigningKey, fileLinkKey } = secrets;
    const surroundings: Surroundings = { port, url, dataDir: this.dataDir, staffSigningKey, fileLinkKey };
    const databaseUrl = this.databaseUrls[definition.name];
    const natsPassword = secrets.natsPasswords[definition.name];
    return {
      SERVICE_HOST: '127.0.0.1',
      SERVICE_PORT: String(port(definition.name)),
      NATS_URL: natsUrl,
      ...(natsPassword === undefined ? {} : { NATS_USER: definition.name, NATS_PASSWORD: natsPassword }),
      ...(this.ports['staff'] === undefined ? {} : { JWKS_URL: `${url('staff')}/.well-known/jwks.json` }),
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl, DATABASE_DIRECT_URL: databaseUrl }),
      ...definition.environment?.(surroundings),
      ...this.options.env,
    };
  }

  private refuseWhenEnding(): void {
    if (this.ending) throw new StoppedWhileStarting();
  }

  /** In the order in which they are stopped. */
  private ownServers(): Supervised[] {
    return [this.servers.nats, this.servers.postgres].filter((server) => server !== undefined);
  }

  private async stopInOrder(): Promise<void> {
    const services = [...this.services.values()];
    const gateway = services.filter(({ name }) => name === 'gateway');
    const others = services.filter(({ name }) => name !== 'gateway');
    for (const stage of [gateway, others, ...this.ownServers().map((server) => [server])]) {
      await Promise.all(stage.map((each) => each.stop()));
    }
    keepLogs(this.dataDir, process.env['TEST_LOGS_DIR']);
    this.release();
  }

  private service(name: string): Supervised {
    const service = this.services.get(name);
    if (!service) throw new Error(`There is no service ${name}; there are ${[...this.services.keys()].join(', ')}`);
    return service;
  }

  private urls(): Record<string, string> {
    return Object.fromEntries(this.definitions.map(({ name }) => [name, `http://127.0.0.1:${this.ports[name]}`]));
  }
}
