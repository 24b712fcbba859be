import {
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsTimeZone,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { AreTrustedIssuers, parseTrustedIssuers, type TrustedIssuer } from '../auth/trusted-issuer.js';
import { Env } from './load-config.js';

/** What every service is told by its environment. Subclasses add their own fields. */
export class ServiceConfig {
  @Env('SERVICE_HOST') @IsString() host: string = '127.0.0.1';
  @Env('SERVICE_PORT') @IsInt() @Min(0) @Max(65535) port: number = 0;

  /** May point at a pooler that keeps prepared statements, as PgBouncer does since 1.21. */
  @Env('DATABASE_URL')
  @ValidateIf((config: ServiceConfig) => config.hasDatabase)
  @Matches(/^postgres(ql)?:\/\//)
  databaseUrl!: string;
  /** A real session: advisory locks and migrations need one. Defaults to `DATABASE_URL`. */
  @Env('DATABASE_DIRECT_URL') @IsOptional() @Matches(/^postgres(ql)?:\/\//) databaseDirectUrl?: string;
  /** Connections of the pool; the service opens two more for locks (connection budget, decision 16). */
  @Env('DATABASE_POOL_SIZE') @IsInt() @Min(2) @Max(200) databasePoolSize: number = 12;
  @Env('DATABASE_STATEMENT_TIMEOUT_MS') @IsInt() @Min(0) databaseStatementTimeoutMs: number = 30_000;

  @Env('NATS_URL') @Matches(/^(nats|tls):\/\//) natsUrl: string = 'nats://127.0.0.1:4222';
  /** Our user on the broker: the service's name, with the rights of deploy/nats/users.conf. May stand in the URL too. */
  @Env('NATS_USER') @IsOptional() @IsString() natsUser?: string;
  @Env('NATS_PASSWORD') @IsOptional() @IsString() natsPassword?: string;
  /** Seed of an NKEY, instead of user and password. */
  @Env('NATS_NKEY_SEED') @IsOptional() @Matches(/^SU[A-Z2-7]{56}$/) natsNkeySeed?: string;
  /** PEM files: who may have signed the broker's certificate, and ours if the broker asks for one. */
  @Env('NATS_CA_FILE') @IsOptional() @IsString() natsCaFile?: string;
  @Env('NATS_CERT_FILE') @IsOptional() @IsString() natsCertFile?: string;
  @Env('NATS_KEY_FILE') @IsOptional() @IsString() natsKeyFile?: string;
  /** JetStream replicas of each stream: 1 on one machine, 3 on a cluster. */
  @Env('NATS_REPLICAS') @IsInt() @IsIn([1, 3, 5]) natsReplicas: number = 1;
  /** How long JetStream keeps events. It is transport, not the archive. */
  @Env('NATS_MAX_AGE_DAYS') @IsInt() @Min(1) natsMaxAgeDays: number = 30;
  /** Events handled at once; each holds one pooled connection. */
  @Env('EVENT_CONCURRENCY') @IsInt() @Min(1) @Max(64) eventConcurrency: number = 8;
  /** Attempts before an event that fails is parked. */
  @Env('EVENT_ATTEMPTS') @IsInt() @Min(1) eventAttempts: number = 6;
  /** The broker delivers again what nobody said was in work for this long. */
  @Env('EVENT_ACK_WAIT_MS') @IsInt() @Min(1_000) eventAckWaitMs: number = 30_000;

  /** How long a stop waits for running jobs before it asks them to end. */
  @Env('JOB_DRAIN_MS') @IsInt() @Min(0) @Max(600_000) jobDrainMs: number = 10_000;

  /** How long the answer of a POST with an Idempotency-Key is given again (ADR 27). */
  @Env('IDEMPOTENCY_KEY_DAYS') @IsInt() @Min(1) @Max(30) idempotencyKeyDays: number = 1;

  /** When the retention job runs, in the hospital's zone (docs: retention). */
  @Env('RETENTION_AT') @Matches(/^([01]\d|2[0-3]):[0-5]\d$/) retentionAt: string = '03:10';
  /** At least as long as backups are kept: `republish` after a restored one reaches back as far. */
  @Env('OUTBOX_RETENTION_DAYS') @IsInt() @Min(7) @Max(36_500) outboxRetentionDays: number = 35;
  /** Raised to what the outbox keeps, and to a day more than JetStream does, where it is less. */
  @Env('INBOX_RETENTION_DAYS') @IsInt() @Min(7) @Max(36_500) inboxRetentionDays: number = 35;
  @Env('PARKED_EVENT_RETENTION_DAYS') @IsInt() @Min(30) @Max(36_500) parkedEventRetentionDays: number = 365;
  @Env('JOB_RETENTION_DAYS') @IsInt() @Min(1) @Max(36_500) jobRetentionDays: number = 30;

  @Env('JWKS_URL') @IsOptional() @Matches(/^https?:\/\//) jwksUrl?: string;
  @Env('TOKEN_ISSUER') @IsString() tokenIssuer: string = 'hospital-customer-service';
  @Env('TOKEN_AUDIENCE') @IsString() tokenAudience: string = 'hospital-customer-service';

  /** Other issuers whose tokens are accepted, as a JSON array (docs/operations.md). */
  @Env('TOKEN_TRUSTED_ISSUERS') @IsOptional() @AreTrustedIssuers() tokenTrustedIssuers?: string;
  /** Tokens made for longer are refused: so far back goes the memory of ended sessions, in seconds. */
  @Env('TOKEN_LONGEST_LIFE_SECONDS') @IsInt() @Min(60) tokenLongestLifeSeconds: number = 86_400;

  /** As it stands on what is printed. */
  @Env('HOSPITAL_NAME') @IsString() hospitalName: string = '客户服务中心 Customer Service Centre';
  /** How often an event stream says that it is there, in milliseconds; proxies cut off what is silent for longer. */
  @Env('STREAM_HEARTBEAT_MS') @IsInt() @Min(100) @Max(60_000) streamHeartbeatMs: number = 15_000;
  /** Event streams open at once in this process, a service's as the gateway's. */
  @Env('STREAMS_TOTAL') @IsInt() @Min(1) streamsTotal: number = 2_000;

  @Env('HOSPITAL_ZONE') @IsTimeZone() hospitalZone: string = 'Asia/Shanghai';
  /** Tests and the demo generator move time for all processes through this file; unset in production. */
  @Env('CLOCK_OFFSET_FILE') @IsOptional() @IsString() clockOffsetFile?: string;

  @Env('LOG_LEVEL') @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']) logLevel: string = 'info';
  /** A file instead of stdout; appended to. */
  @Env('LOG_FILE') @IsOptional() @IsString() logFile?: string;
  @Env('LOG_FORMAT') @IsIn(['json', 'pretty']) logFormat: string = 'json';

  /** The commit this was built from; shown to operations. */
  @Env('BUILD_COMMIT') @IsOptional() @Matches(/^[0-9a-f]{7,40}$/) buildCommit?: string;

  /** What Prometheus sends as its bearer token; without it /metrics of a service is open to whoever reaches its port. */
  @Env('METRICS_TOKEN') @IsOptional() @IsString() @MinLength(16) metricsToken?: string;
  /** Base address of an OTLP/HTTP collector; unset, no traces are made. */
  @Env('OTEL_EXPORTER_OTLP_ENDPOINT') @IsOptional() @Matches(/^https?:\/\//) otlpEndpoint?: string;
  /** Share of the traces begun here that are recorded, 0 to 1; a trace begun elsewhere keeps its caller's decision. */
  @Env('OTEL_TRACES_SAMPLER_ARG') @IsNumber() @Min(0) @Max(1) traceRatio: number = 1;

  /** False in a process that keeps nothing, the gateway: it starts without `DATABASE_URL`. */
  get hasDatabase(): boolean {
    return true;
  }

  /** Everybody whose tokens count: apps/staff, when `JWKS_URL` is set, and the others. */
  get trustedIssuers(): TrustedIssuer[] {
    const others = this.tokenTrustedIssuers === undefined ? [] : parseTrustedIssuers(this.tokenTrustedIssuers);
    if (this.jwksUrl === undefined) return others;
    const own: TrustedIssuer = {
      ...{ issuer: this.tokenIssuer, audience: this.tokenAudience, jwksUrl: this.jwksUrl },
      ...{ algorithms: ['ES256', 'RS256', 'EdDSA'], rolesClaim: 'roles', nameClaim: 'name', clockToleranceSeconds: 0 },
    };
    return [...others.filter(({ issuer }) => issuer !== own.issuer), own];
  }

  get directUrl(): string {
    return this.databaseDirectUrl ?? this.databaseUrl;
  }
}
