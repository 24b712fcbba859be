import { Env, ServiceConfig } from '#platform';
import { IsBoolean, IsInt, Matches, Max, Min } from 'class-validator';

const ORIGIN = /^https?:\/\/[^/?#\s]+\/?$/;

export class FollowUpConfig extends ServiceConfig {
  /** Whether an admission opens an in-hospital care task (FU-1). */
  @Env('IN_HOSPITAL_CARE_TASK') @IsBoolean() inHospitalCareTask: boolean = true;

  /** Where patients reach the gateway: the origin that links in messages begin with (FU-4). */
  @Env('PUBLIC_URL')
  @Matches(ORIGIN, { message: 'must be an origin, for instance https://care.example.org' })
  publicUrl: string = 'http://127.0.0.1';
  /** How long links are known after they expired, so that an old one is answered kindly. */
  @Env('PATIENT_LINK_RETENTION_DAYS') @IsInt() @Min(1) @Max(36_500) patientLinkRetentionDays: number = 90;
}
