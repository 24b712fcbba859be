import { Retention, type KeptTable, type RetentionRule, type RetentionSource } from '#platform';

@Retention()
export class StaffRetention implements RetentionSource {
  rules(): RetentionRule[] {
    return [];
  }

  kept(): KeptTable[] {
    return [
      { table: 'account', reason: 'deactivated, never deleted: who did what stays readable' },
      { table: 'staff_member', reason: 'inactive, never deleted: records name them' },
      { table: 'staff_term', reason: 'titles and skills: records name them' },
      { table: 'weekly_duty', reason: 'who was on duty stays known' },
      { table: 'duty_shift', reason: 'who was on duty stays known' },
      { table: 'duty_substitute', reason: 'who was on duty stays known' },
      { table: 'department', reason: 'closed, never deleted: records name it' },
      { table: 'department_local_code', reason: 'as its department' },
    ];
  }
}
