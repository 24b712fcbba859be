import { Retention, type KeptTable, type RetentionRule, type RetentionSource } from '#platform';

@Retention()
export class DeskRetention implements RetentionSource {
  rules(): RetentionRule[] {
    return [
      {
        name: 'copy of duty shifts',
        table: 'known_shift',
        days: 90,
        setting: null,
        reason: 'tasks are dealt for today and the days to come; staff keeps its own',
        age: 'ends_at',
      },
      {
        name: 'tasks handed out',
        table: 'task_hand_out',
        days: 30,
        setting: null,
        reason: 'who had a task in hand may still say what came of it; what she said is kept with the task',
        age: 'at',
      },
    ];
  }

  kept(): KeptTable[] {
    return [
      { table: 'task_attempt', reason: 'as the medical record: what was done for whom, by whom' },
      { table: 'contact_times', reason: 'a wish of the patient, until it is taken back' },
      ...['calendar_year', 'calendar_watch'].map((table) => ({ table, reason: 'settings' })),
      ...['known_member', 'known_account'].map((table) => ({ table, reason: 'the copy of who works here' })),
    ];
  }
}
