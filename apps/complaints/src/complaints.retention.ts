import { Retention, type KeptTable, type RetentionRule, type RetentionSource } from '#platform';

const RECORD = 'the file of a complaint, kept as the medical record: who asked, and what was done';

@Retention()
export class ComplaintsRetention implements RetentionSource {
  rules(): RetentionRule[] {
    return [];
  }

  kept(): KeptTable[] {
    return [
      ...['ticket', 'ticket_entry'].map((table) => ({ table, reason: RECORD })),
      { table: 'person', reason: 'as long as patients keeps its own' },
    ];
  }
}
