import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditController } from './audit/audit.controller.js';
import { auditProviders } from './audit/audit-providers.js';
import { AuditRetention } from './audit/audit-retention.js';
import { DataSource } from 'typeorm';
import { LastBackup } from './backup/last-backup.js';
import { Build } from './build/build.js';
import { Backlogs } from './deadlines/backlogs.js';
import { JwtGuard } from './auth/jwt.guard.js';
import { Revocations } from './auth/revocations.js';
import { Rights } from './auth/rights.js';
import { TokenVerifier } from './auth/token-verifier.js';
import { Clock } from './clock/clock.js';
import { loadConfig } from './config/load-config.js';
import { ServiceConfig } from './config/service-config.js';
import { joinAmbientTransactions } from './database/ambient-transaction.js';
import { DatabaseHealth } from './database/database-health.js';
import { migrate } from './database/migrate.js';
import type { MigrationClass } from './database/migrations.js';
import { PooledClient } from './database/pooled-client.js';
import { EventStreams } from './http/sse/event-streams.js';
import { Health, HealthController } from './health/health.js';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.js';
import { JobsModule } from './jobs/jobs.module.js';
import { loggingModule } from './logging/logging.js';
import { FACES_PUBLIC, MetricsController } from './metrics/metrics.controller.js';
import { Masking } from './masking/masking.js';
import { MaskingInterceptor } from './masking/masking.interceptor.js';
import { Metrics } from './metrics/metrics.js';
import { PoolMetrics } from './metrics/pool-metrics.js';
import { contributeTexts, type TextSet } from './problems/catalogue.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { Printer } from './print/printer.js';
import { Traces } from './tracing/traces.js';
import { validationPipe } from './problems/validation.js';
import { GoneInterceptor } from './person-data/gone.interceptor.js';
import { PersonDataModule } from './person-data/person-data.module.js';
import { RetentionModule } from './retention/retention.module.js';

export interface PlatformOptions {
  /** The service's name: also its stream and the first token of its event subjects. */
  service: string;
  config: Type<ServiceConfig>;
  database?: { entities: Type[]; migrations: MigrationClass[] };
  /** Anybody may reach its port: it shows its metrics only to whoever proves a right to them. */
  facesPublic?: boolean;
  /** What the service itself answers when something is wrong, in both languages. */
  texts?: TextSet;
}

const CLOCK: Provider = {
  provide: Clock,
  inject: [ServiceConfig],
  useFactory: (config: ServiceConfig) => new Clock(config.clockOffsetFile),
};

const OF_THE_PROCESS: Provider[] = [CLOCK, Build, Health];

const OF_A_DATABASE = [JobsModule, RetentionModule, PersonDataModule];

/** Before every other interceptor: the audit and kept answers are of what is not masked yet. */
const MASKING: Provider[] = [{ provide: APP_INTERCEPTOR, useClass: MaskingInterceptor }, Masking];

/** What every service stands on: configuration, clock, logs, database, tokens, problems and health. */
@Module({})
export class PlatformModule {
  static forService(options: PlatformOptions): DynamicModule {
    contributeTexts(options.texts ?? {});
    const providers: Provider[] = [
      ...MASKING,
      ...(options.database ? databaseProviders(options.service) : []),
      { provide: options.config, useFactory: () => loadConfig(options.config) },
      ...OF_THE_PROCESS,
      Revocations,
      EventStreams,
      Metrics,
      {
        provide: Traces,
        inject: [ServiceConfig],
        useFactory: (config: ServiceConfig) => Traces.start(options.service, config),
      },
      { provide: FACES_PUBLIC, useValue: options.facesPublic ?? false },
      TokenVerifier,
      Printer,
      Rights,
      { provide: APP_GUARD, useClass: JwtGuard },
      { provide: APP_FILTER, useClass: ProblemFilter },
      { provide: APP_PIPE, useFactory: validationPipe },
    ];
    if (options.config !== ServiceConfig) providers.push({ provide: ServiceConfig, useExisting: options.config });
    return {
      module: PlatformModule,
      global: true,
      imports: [
        loggingModule(options.service),
        ...(options.database ? [databaseModule(options.service, options.database), ...OF_A_DATABASE] : []),
      ],
      controllers: [HealthController, MetricsController, ...(options.database ? [AuditController] : [])],
      providers,
      exports: [
        options.config,
        ServiceConfig,
        Clock,
        Build,
        Health,
        Metrics,
        Revocations,
        EventStreams,
        TokenVerifier,
        Rights,
        Masking,
        Printer,
        ...(options.database ? [AuditRetention, Backlogs, LastBackup] : []),
      ],
    };
  }
}

/** The audit stands first: it sees what all others do. */
function databaseProviders(service: string): Provider[] {
  return [
    ...auditProviders(service),
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_INTERCEPTOR, useClass: GoneInterceptor },
    DatabaseHealth,
    PoolMetrics,
    Backlogs,
    LastBackup,
  ];
}

/** A connection has the plans of its prepared statements: a new one plans each of them some five times (ADR 84). */
const IDLE_CONNECTION_MS = 60_000;

function databaseModule(service: string, database: NonNullable<PlatformOptions['database']>): DynamicModule {
  return TypeOrmModule.forRootAsync({
    dataSourceFactory: (options) => {
      if (!options) throw new Error('A database needs its settings');
      return joinAmbientTransactions(new DataSource(options)).initialize();
    },
    inject: [ServiceConfig],
    useFactory: async (config: ServiceConfig) => {
      await migrate(config.directUrl, database.migrations);
      return {
        type: 'postgres' as const,
        url: config.databaseUrl,
        applicationName: service,
        entities: database.entities,
        poolSize: config.databasePoolSize,
        retryAttempts: 3,
        retryDelay: 1_000,
        extra: {
          Client: PooledClient,
          statement_timeout: config.databaseStatementTimeoutMs,
          // The locks of a process that froze in the middle of its work must not hold up its successor for ever.
          idle_in_transaction_session_timeout: config.databaseStatementTimeoutMs,
          connectionTimeoutMillis: 5_000,
          idleTimeoutMillis: IDLE_CONNECTION_MS,
        },
      };
    },
  });
}
