import { Retention, type KeptTable, type RetentionRule, type RetentionSource } from '#platform';
import { PatientsConfig } from './patients.config.js';

const RECORD = 'as long as the medical record (outpatients 15 years, inpatients 30)';

@Retention()
export class PatientsRetention implements RetentionSource {
  constructor(private readonly config: PatientsConfig) {}

  rules(): RetentionRule[] {
    return [
      {
        name: 'reports of the HIS',
        table: 'his_report',
        days: Math.max(this.config.hisReportRetentionDays, this.config.natsMaxAgeDays + 1),
        setting: 'HIS_REPORT_RETENTION_DAYS',
        reason: 'explains what was not applied and why',
        age: 'handled_at',
      },
    ];
  }

  kept(): KeptTable[] {
    return [
      ...['person', 'person_identifier', 'person_merge', 'person_photo', 'person_decision', 'encounter'].map(
        (table) => ({
          table,
          reason: RECORD,
        }),
      ),
      { table: 'reported_id_namespace', reason: 'one row: what the ids of reported records are made from' },
    ];
  }
}
