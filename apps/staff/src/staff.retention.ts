import { Retention, type KeptTable, type RetentionRule, type RetentionSource } from '#platform';

/** None lives longer than a day or so; afterwards it tells who signed in, when and from where. */
const SESSIONS: RetentionRule = {
  name: 'sessions',
  table: 'login_session',
  days: 365,
  setting: null,
  reason: 'who signed in, when and from where',
  age: 'last_used_at',
};

const ATTEMPTS: RetentionRule = {
  name: 'failed sign-ins',
  table: 'login_attempt',
  days: 90,
  setting: null,
  reason: 'locks grow with repeated failures',
  age: 'last_at',
};

@Retention()
export class StaffRetention implements RetentionSource {
  rules(): RetentionRule[] {
    return [
      SESSIONS,
      ATTEMPTS,
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
      { table: 'refresh_token', reason: 'goes with its session' },
      { table: 'password_history', reason: 'the last few of each account, which may not be used again' },
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
      { table: 'notification_preference', reason: 'what each person chose; one row a person' },
      { table: 'department_local_code', reason: 'as its department' },
    ];
  }
}
