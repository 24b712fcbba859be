import { Env, ServiceConfig } from '#platform';
import { IsBoolean, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { IsSigningKey } from './tokens/signing-key.js';

export class StaffConfig extends ServiceConfig {
  /** ES256 private key as a JWK in JSON; every replica gets the same one. */
  @Env('STAFF_SIGNING_KEY') @IsSigningKey() signingKey!: string;
  /** How long a token is valid, in seconds: a working day. */
  @Env('TOKEN_LIFETIME_SECONDS') @IsInt() @Min(60) @Max(86_400) tokenLifetimeSeconds: number = 28_800;
  /** Passwords hashed at once: each takes 19 MiB and a core. */
  @Env('PASSWORD_CONCURRENCY') @IsInt() @Min(1) @Max(16) passwordConcurrency: number = 2;
  /** Makes the account `admin` while there is no account at all; to be changed after the first login. */
  @Env('FIRST_ADMIN_PASSWORD') @IsOptional() @IsString() @Length(10, 128) firstAdministratorPassword?: string;
  /** Where nobody is on duty, how many departments further up the tree are asked; 0 asks none. */
  @Env('DUTY_FALLBACK_LEVELS') @IsInt() @Min(0) @Max(10) dutyFallbackLevels: number = 5;
  /** How many days ahead weekly duty is put on the roster. */
  @Env('DUTY_HORIZON_DAYS') @IsInt() @Min(1) @Max(366) dutyHorizonDays: number = 42;
  /** Fills empty tables with a demo hospital whose password everybody knows. Never in production. */
  @Env('DEMO_SEED') @IsBoolean() demoSeed: boolean = false;
}
