import { Retention, type KeptTable, type RetentionRule, type RetentionSource } from '#platform';

const RECORD = 'as the medical record: what was done for whom, by whom';
const COPY = 'as long as patients keeps its own';

@Retention()
export class FollowUpRetention implements RetentionSource {
  rules(): RetentionRule[] {
    return [];
  }

  kept(): KeptTable[] {
    return [
      ...['plan', 'task', 'plan_trail'].map((table) => ({ table, reason: RECORD })),
      ...['person', 'stay'].map((table) => ({ table, reason: COPY })),
      { table: 'protocol', reason: 'settings: a plan names the version it follows' },
    ];
  }
}
