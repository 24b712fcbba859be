import { Env, ServiceConfig } from '#platform';
import { IsInt, Matches, Max, Min } from 'class-validator';

const ORIGIN = /^https?:\/\/[^/?#\s]+\/?$/;
const MESSAGE = 'must be the origin of a service, for instance http://127.0.0.1:3001';

export class GatewayConfig extends ServiceConfig {
  @Env('STAFF_URL') @Matches(ORIGIN, { message: MESSAGE }) staffUrl!: string;
  @Env('PATIENTS_URL') @Matches(ORIGIN, { message: MESSAGE }) patientsUrl!: string;
  @Env('FOLLOW_UP_URL') @Matches(ORIGIN, { message: MESSAGE }) followUpUrl!: string;
  @Env('HIS_URL') @Matches(ORIGIN, { message: MESSAGE }) hisUrl!: string;
  /** How long a service may take to begin its answer, and between two pieces of it, in milliseconds. */
  @Env('UPSTREAM_TIMEOUT_MS') @IsInt() @Min(100) @Max(600_000) upstreamTimeoutMs: number = 30_000;

  override get hasDatabase(): boolean {
    return false;
  }
}
