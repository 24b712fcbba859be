import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { contractOf, ROLES, type EventClass, type Role } from '#contracts';
import { connectEventBus, type CloudEvent } from '#event-bus';
import { createService, ServiceConfig, type Attachment, type MigrationClass } from '#platform';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import { DataSource } from 'typeorm';
import { TestBroker } from './test-broker.js';
import { TestClock } from './test-clock.js';
import { createTestDatabase } from './test-database.js';
import { testEnvironment } from './test-environment.js';
import { testLogging } from './test-logs.js';
import { natsUrlAs } from './test-users.js';
import { signTestToken, TEST_TOKEN_LIFE_SECONDS } from './test-tokens.js';

export type Api = ReturnType<typeof request.agent>;

export interface TestServiceOptions {
  service: string;
  module: Type;
  migrations: MigrationClass[];
  /** Joins before the service listens; the event bus unless told otherwise. */
  attachments?: Attachment[];
  /** Further environment variables. */
  environment?: Record<string, string>;
  /** A broker of the test's own instead of the worker's. */
  natsUrl?: string;
  /** Another instance of the same service: shares database, clock and streams. */
  replicaOf?: TestService;
}

/** A service started for a test, on its own database and streams, driven over its real HTTP API and the real bus. */
export interface TestService {
  app: NestFastifyApplication;
  url: string;
  source: DataSource;
  broker: TestBroker;
  clock: TestClock;
  /** An HTTP client with a token of these roles. */
  api(...roles: Role[]): Api;
  anonymous(): Api;
  token(...roles: Role[]): string;
  /** Publishes an event as its owner would. */
  publish<T extends object>(type: EventClass<T>, data: T, overrides?: Partial<CloudEvent>): Promise<CloudEvent<T>>;
  /** Events of this contract that the service appended, in order. */
  events<T extends object>(type: EventClass<T>): Promise<CloudEvent<T>[]>;
  databaseUrl: string;
  stop(): Promise<void>;
}

const ROLE_SETS = new Map<string, string>();

export async function startTestService(options: TestServiceOptions): Promise<TestService> {
  const environment = testEnvironment();
  const owner = options.replicaOf;
  const { url: databaseUrl, drop } = owner
    ? { url: owner.databaseUrl, drop: () => Promise.resolve() }
    : await createTestDatabase(environment.adminUrl, options.service, options.migrations);
  const clock = owner?.clock ?? new TestClock(join(environment.directory, `clock-${randomBytes(6).toString('hex')}`));
  const natsUrl = options.natsUrl ?? environment.natsUrl;
  const broker = await TestBroker.connect(natsUrl);
  if (!owner) await broker.deleteStreams();
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    DATABASE_DIRECT_URL: databaseUrl,
    // In the URL, so that a process which a test starts with it is the service too.
    NATS_URL: natsUrlAs(options.service, natsUrl),
    JWKS_URL: environment.jwksUrl,
    // Tests move time by years and keep their tokens.
    TOKEN_LONGEST_LIFE_SECONDS: TEST_TOKEN_LIFE_SECONDS,
    CLOCK_OFFSET_FILE: clock.file,
    SERVICE_PORT: '0',
    ...testLogging(options.service),
    ...options.environment,
  });
  const leave = async () => {
    await broker.close();
    await drop();
  };
  const app = await createService(options.module, ...(options.attachments ?? [connectEventBus])).catch(
    async (error: unknown) => {
      await leave();
      throw error;
    },
  );
  await app.init();
  await app.startAllMicroservices();
  await app.listen(0, app.get(ServiceConfig).host);
  const url = await app.getUrl();
  const source = app.get(DataSource);
  const token = await tokens(environment.signingKey, clock);
  return {
    app,
    url,
    source,
    broker,
    clock,
    databaseUrl,
    token,
    api: (...roles) => request.agent(url).set('authorization', `Bearer ${token(...roles)}`),
    anonymous: () => request.agent(url),
    publish: (type, data, overrides) => broker.publish(type, data, overrides),
    events: (type) => outboxEvents(source, type),
    stop: async () => {
      await app.close();
      await leave();
    },
  };
}

/** Signing is asynchronous and tests want a token in passing: those of these roles are made beforehand. */
const ROLES_TOGETHER: Role[][] = [...ROLES.map((role) => [role]), ['integrator', 'agent'], [...ROLES]];

async function tokens(signingKey: string, clock: TestClock): Promise<(...roles: Role[]) => string> {
  for (const roles of ROLES_TOGETHER) {
    if (!ROLE_SETS.has(roles.join()))
      ROLE_SETS.set(roles.join(), await signTestToken(signingKey, roles, new Date(clock.now().getTime() - 1_000)));
  }
  const nobody = await signTestToken(signingKey, [], clock.now());
  return (...roles) => {
    if (roles.length === 0) return nobody;
    const token = ROLE_SETS.get(roles.join());
    if (token === undefined) throw new Error(`No token was made for ${roles.join()} together`);
    return token;
  };
}

async function outboxEvents<T extends object>(source: DataSource, type: EventClass<T>): Promise<CloudEvent<T>[]> {
  const rows: { event: CloudEvent<T> }[] = await source.query(
    'SELECT event FROM outbox WHERE subject = $1 ORDER BY seq',
    [contractOf(type).subject],
  );
  return rows.map((row) => row.event);
}
