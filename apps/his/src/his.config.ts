import { Env, ServiceConfig } from '#platform';
import { IsBoolean, IsInt, IsOptional, IsString, Length, Max, Min, ValidateIf } from 'class-validator';
import { DEFAULT_MLLP_LIMITS } from './mllp/mllp-options.js';

export class HisConfig extends ServiceConfig {
  @Env('MLLP_HOST') @IsString() @Length(1, 255) mllpHost: string = '127.0.0.1';
  /** 2575 is the port IANA gives HL7. 0 takes a free one. */
  @Env('MLLP_PORT') @IsInt() @Min(0) @Max(65_535) mllpPort: number = 2575;
  /** False where every partner speaks TLS. */
  @Env('MLLP_PLAIN') @IsBoolean() mllpPlain: boolean = true;

  /** A second port, with TLS; unset, there is none. */
  @Env('MLLP_TLS_PORT') @IsOptional() @IsInt() @Min(0) @Max(65_535) mllpTlsPort?: number;
  /** PEM files. */
  @Env('MLLP_TLS_KEY_FILE') @ValidateIf(hasTls) @IsString() mllpTlsKeyFile?: string;
  @Env('MLLP_TLS_CERT_FILE') @ValidateIf(hasTls) @IsString() mllpTlsCertFile?: string;
  /** With it, a client must show a certificate that this authority signed. */
  @Env('MLLP_TLS_CA_FILE') @IsOptional() @IsString() mllpTlsCaFile?: string;

  /** A larger message is refused and its connection closed. */
  @Env('MLLP_MAX_FRAME_BYTES')
  @IsInt()
  @Min(1_024)
  @Max(100 * 1024 * 1024)
  mllpMaxFrameBytes: number = DEFAULT_MLLP_LIMITS.maxFrameBytes;
  /** A connection that completes no message for so long is closed. */
  @Env('MLLP_IDLE_TIMEOUT_MS') @IsInt() @Min(100) mllpIdleTimeoutMs: number = DEFAULT_MLLP_LIMITS.idleTimeoutMs;
  /** How long a client may leave its answers unread. */
  @Env('MLLP_WRITE_TIMEOUT_MS') @IsInt() @Min(100) mllpWriteTimeoutMs: number = DEFAULT_MLLP_LIMITS.writeTimeoutMs;
  /** How long a stop waits for the messages in flight. */
  @Env('MLLP_DRAIN_TIMEOUT_MS') @IsInt() @Min(100) mllpDrainTimeoutMs: number = DEFAULT_MLLP_LIMITS.drainTimeoutMs;
  @Env('MLLP_MAX_CONNECTIONS') @IsInt() @Min(1) mllpMaxConnections: number = DEFAULT_MLLP_LIMITS.maxConnections;
  @Env('MLLP_MAX_CONNECTIONS_PER_ADDRESS')
  @IsInt()
  @Min(1)
  mllpMaxConnectionsPerAddress: number = DEFAULT_MLLP_LIMITS.maxConnectionsPerAddress;

  /** Messages of one sender that are stored in one transaction. */
  @Env('HIS_BATCH_SIZE') @IsInt() @Min(1) @Max(1_000) batchSize: number = 64;
  /** How long senders wait for an answer while the database is away; then their connections are closed. */
  @Env('HIS_STORE_PATIENCE_MS') @IsInt() @Min(0) storePatienceMs: number = 8_000;
  /** Raw messages older than this are deleted (docs: retention). */
  @Env('HIS_MESSAGE_RETENTION_DAYS') @IsInt() @Min(7) @Max(36_500) messageRetentionDays: number = 365;
}

function hasTls(config: HisConfig): boolean {
  return config.mllpTlsPort !== undefined;
}
