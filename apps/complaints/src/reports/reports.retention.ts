import { Retention, type KeptTable, type RetentionRule, type RetentionSource } from '#platform';

/** A report of the year before, and what followed it. */
const VISIT_DAYS = 3 * 366;

@Retention()
export class ReportsRetention implements RetentionSource {
  rules(): RetentionRule[] {
    return [
      {
        name: 'visits of people who complained',
        table: 'complainant_visit',
        days: VISIT_DAYS,
        setting: null,
        reason: 'reports of the last years count who came back',
        age: 'began_at',
      },
    ];
  }

  kept(): KeptTable[] {
    return [];
  }
}
