import { Retention, type KeptTable, type RetentionRule, type RetentionSource } from '#platform';

const RECORD = 'the file of a complaint, as its ticket: who found what, and what was done';

@Retention()
export class CasesRetention implements RetentionSource {
  rules(): RetentionRule[] {
    return [];
  }

  kept(): KeptTable[] {
    return [
      ...['complaint_case', 'rectification_measure', 'return_call'].map((table) => ({ table, reason: RECORD })),
      { table: 'confirmed_against', reason: 'whose awards and bonuses a valid complaint took, and why' },
    ];
  }
}
