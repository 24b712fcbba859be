import { Env, ServiceConfig } from '#platform';
import { IsBoolean, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';
import { IsSigningKey } from './tokens/signing-key.js';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export class StaffConfig extends ServiceConfig {
  /** ES256 private key as a JWK in JSON; every replica gets the same one. */
  @Env('STAFF_SIGNING_KEY') @IsSigningKey() signingKey!: string;
  /** Published beside it but signs nothing: the key to come, and after the change the one that was. */
  @Env('STAFF_OTHER_SIGNING_KEY') @IsOptional() @IsSigningKey() otherSigningKey?: string;
  /** How long a token is valid, in seconds; a session goes on with the next one. */
  @Env('TOKEN_LIFETIME_SECONDS') @IsInt() @Min(60) @Max(86_400) tokenLifetimeSeconds: number = 1_800;
  /** A session nobody refreshed for so long is over, in seconds: a working day. */
  @Env('SESSION_IDLE_SECONDS') @IsInt() @Min(60) sessionIdleSeconds: number = 28_800;
  /** A session ends so long after it began, in seconds, however often it is refreshed. */
  @Env('SESSION_LIFETIME_SECONDS') @IsInt() @Min(60) sessionLifetimeSeconds: number = 86_400;
  /** So long after its first use a refresh token is good again for a client whose answer got lost; 0: never. */
  @Env('REFRESH_GRACE_SECONDS') @IsInt() @Min(0) @Max(300) refreshGraceSeconds: number = 30;
  /** Wrong passwords that lock a user name. */
  @Env('LOGIN_ATTEMPTS') @IsInt() @Min(1) @Max(1_000) loginAttempts: number = 5;
  /** How long the first lock lasts; each further one twice as long. */
  @Env('LOGIN_LOCK_MINUTES') @IsInt() @Min(1) @Max(1_440) loginLockMinutes: number = 15;
  /** Characters of a password at least. */
  @Env('PASSWORD_MIN_LENGTH') @IsInt() @Min(8) @Max(64) passwordMinLength: number = 10;
  /** So many of one's last passwords cannot be chosen again; 0 allows each. */
  @Env('PASSWORD_HISTORY') @IsInt() @Min(0) @Max(24) passwordHistory: number = 5;
  /** Passwords hashed at once: each takes 19 MiB and a core. */
  @Env('PASSWORD_CONCURRENCY') @IsInt() @Min(1) @Max(16) passwordConcurrency: number = 2;
  /** Makes the account `admin` while there is no account at all; to be changed after the first login. */
  @Env('FIRST_ADMIN_PASSWORD') @IsOptional() @IsString() @Length(10, 128) firstAdministratorPassword?: string;
  /** Where nobody is on duty, how many departments further up the tree are asked; 0 asks none. */
  @Env('DUTY_FALLBACK_LEVELS') @IsInt() @Min(0) @Max(10) dutyFallbackLevels: number = 5;
  /** How many days ahead weekly duty is put on the roster. */
  @Env('DUTY_HORIZON_DAYS') @IsInt() @Min(1) @Max(366) dutyHorizonDays: number = 42;
  /** From when, on the hospital's clock, only red notifications and those on duty are told; equal to the end: never. */
  @Env('QUIET_HOURS_START') @Matches(TIME) quietHoursStart: string = '21:00';
  @Env('QUIET_HOURS_END') @Matches(TIME) quietHoursEnd: string = '08:00';
  /** So many notifications a window one person is told one by one; more are collected into a digest. Red ones never are. */
  @Env('NOTIFICATION_STORM_LIMIT') @IsInt() @Min(1) @Max(1000) notificationStormLimit: number = 5;
  @Env('NOTIFICATION_STORM_WINDOW_SECONDS') @IsInt() @Min(10) @Max(86_400) notificationStormWindowSeconds: number = 600;
  /** Fills empty tables with a demo hospital whose password everybody knows. Never in production. */
  @Env('DEMO_SEED') @IsBoolean() demoSeed: boolean = false;
}
