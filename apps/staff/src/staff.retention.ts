import { Retention, type KeptTable, type RetentionRule, type RetentionSource } from '#platform';

@Retention()
export class StaffRetention implements RetentionSource {
  rules(): RetentionRule[] {
    return [
      {
        name: 'notifications',
        table: 'notification',
        days: 365,
        setting: null,
        reason: 'who was told what, when, and who acknowledged',
        age: 'requested_at',
        condition: 'due_at IS NULL',
      },
      {
        name: 'changes told to consoles',
        table: 'notification_change',
        days: 30,
        setting: null,
        reason: 'a console that comes back misses nothing',
        age: 'at',
      },
    ];
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
      { table: 'notification_telling', reason: 'goes with its notification' },
      { table: 'notification_trail', reason: 'goes with its notification' },
      { table: 'notification_inbox', reason: 'one row a person: numbers his changes' },
      { table: 'department_local_code', reason: 'as its department' },
    ];
  }
}
