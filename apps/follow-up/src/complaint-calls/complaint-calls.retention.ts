import { Retention, type KeptTable, type RetentionRule, type RetentionSource } from '#platform';

@Retention()
export class ComplaintCallsRetention implements RetentionSource {
  rules(): RetentionRule[] {
    return [];
  }

  kept(): KeptTable[] {
    return [{ table: 'complaint_call', reason: 'as the complaint: a correction of the answer is told to it' }];
  }
}
