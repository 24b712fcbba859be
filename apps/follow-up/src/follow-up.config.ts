import { Env, ServiceConfig } from '#platform';
import { IsBoolean } from 'class-validator';

export class FollowUpConfig extends ServiceConfig {
  /** Whether an admission opens an in-hospital care task (FU-1). */
  @Env('IN_HOSPITAL_CARE_TASK') @IsBoolean() inHospitalCareTask: boolean = true;
}
