import { Retention, type KeptTable, type RetentionRule, type RetentionSource } from '#platform';
import { HisConfig } from './his.config.js';

/** Raw messages are full of personal data: they go when their time is over (decision 15). */
@Retention()
export class HisRetention implements RetentionSource {
  constructor(private readonly config: HisConfig) {}

  rules(): RetentionRule[] {
    return [
      {
        name: 'raw HL7 messages',
        table: 'hl7_message',
        days: this.config.messageRetentionDays,
        setting: 'HIS_MESSAGE_RETENTION_DAYS',
        reason: 'repeats are recognised, refused ones are repaired, disputes are settled',
        age: 'received_at',
      },
    ];
  }

  kept(): KeptTable[] {
    return [{ table: 'partner', reason: 'settings, one row a hospital system' }];
  }
}
