import { Retention, type KeptTable, type RetentionRule, type RetentionSource } from '../retention/retention-rule.js';

/** A sealed record goes on the first night after its statutory term has ended. */
@Retention()
export class ErasureRetention implements RetentionSource {
  rules(): RetentionRule[] {
    return [
      {
        name: 'sealed records',
        table: 'sealed_record',
        days: 0,
        setting: null,
        reason: 'the statutory term of the medical record, told by each row',
        age: 'keep_until',
      },
    ];
  }

  kept(): KeptTable[] {
    return [
      { table: 'person_erasure', reason: 'ids and counts: a restored backup must not bring anybody back' },
      { table: 'erased_id', reason: 'ids: a replayed event must not bring anybody back' },
    ];
  }
}
