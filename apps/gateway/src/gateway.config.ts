import { Env, ServiceConfig } from '#platform';
import { IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { AreProxies } from './limits/trusted-proxies.js';

const ORIGIN = /^https?:\/\/[^/?#\s]+\/?$/;
const MESSAGE = 'must be the origin of a service, for instance http://127.0.0.1:3001';

export class GatewayConfig extends ServiceConfig {
  @Env('STAFF_URL') @Matches(ORIGIN, { message: MESSAGE }) staffUrl!: string;
  @Env('PATIENTS_URL') @Matches(ORIGIN, { message: MESSAGE }) patientsUrl!: string;
  @Env('FOLLOW_UP_URL') @Matches(ORIGIN, { message: MESSAGE }) followUpUrl!: string;
  @Env('COMPLAINTS_URL') @Matches(ORIGIN, { message: MESSAGE }) complaintsUrl!: string;
  @Env('HIS_URL') @Matches(ORIGIN, { message: MESSAGE }) hisUrl!: string;
  /** How long a service may take to begin its answer, and between two pieces of it, in milliseconds. */
  @Env('UPSTREAM_TIMEOUT_MS') @IsInt() @Min(100) @Max(600_000) upstreamTimeoutMs: number = 30_000;

  /** Calls a minute of one address to /auth; 0 is no limit, here and below. */
  @Env('RATE_LIMIT_LOGIN') @IsInt() @Min(0) rateLimitLogin: number = 60;
  /** Sign-ins a minute with one user name, from wherever. */
  @Env('RATE_LIMIT_LOGIN_NAME') @IsInt() @Min(0) rateLimitLoginName: number = 20;
  /** Calls a minute of one address to what is public, and refused tokens a minute. */
  @Env('RATE_LIMIT_PUBLIC') @IsInt() @Min(0) rateLimitPublic: number = 600;
  /** Complaints a minute that one address sends by the public form, and looks up. */
  @Env('RATE_LIMIT_FORM') @IsInt() @Min(0) rateLimitForm: number = 10;
  /** Calls a minute of one signed-in caller. */
  @Env('RATE_LIMIT_USER') @IsInt() @Min(0) rateLimitUser: number = 6_000;
  /** Addresses and CIDR blocks of proxies whose `X-Forwarded-For` is believed. */
  @Env('TRUSTED_PROXIES') @IsString() @AreProxies() trustedProxies: string = '';
  /** Open connections of one address. */
  @Env('CONNECTIONS_PER_ADDRESS') @IsInt() @Min(1) connectionsPerAddress: number = 1_000;

  /** Seals the tickets of event streams; the same for every replica. Without it each process makes its own. */
  @Env('STREAM_TICKET_KEY') @IsOptional() @IsString() @Length(32, 200) streamTicketKey?: string;
  /** How long a ticket is good, in seconds. */
  @Env('STREAM_TICKET_SECONDS') @IsInt() @Min(1) @Max(300) streamTicketSeconds: number = 30;
  /** Event streams of one signed-in caller open at once. */
  @Env('STREAMS_PER_USER') @IsInt() @Min(1) streamsPerUser: number = 10;

  override get hasDatabase(): boolean {
    return false;
  }
}
