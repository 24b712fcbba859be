import { Env, FilesConfig } from '#platform';
import { IsInt, Max, Min } from 'class-validator';

export class PatientsConfig extends FilesConfig {
  /** What the HIS reported and what of it was not applied; never less than JetStream keeps events (docs: retention). */
  @Env('HIS_REPORT_RETENTION_DAYS') @IsInt() @Min(7) @Max(36_500) hisReportRetentionDays: number = 90;
}
