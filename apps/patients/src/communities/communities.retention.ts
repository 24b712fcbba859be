import { Retention, type KeptTable, type RetentionRule, type RetentionSource } from '#platform';
import { PatientsConfig } from '../patients.config.js';

const HOURS_KEPT_DAYS = 90;

@Retention()
export class CommunitiesRetention implements RetentionSource {
  constructor(private readonly config: PatientsConfig) {}

  rules(): RetentionRule[] {
    return [
      {
        name: 'activity in communities',
        table: 'community_activity',
        days: this.config.communityActivityRetentionDays,
        setting: 'COMMUNITY_ACTIVITY_RETENTION_DAYS',
        reason: 'an export of the group that is brought again changes nothing',
        age: 'at',
      },
      {
        name: 'doctor’s hours that were told',
        table: 'community_hour',
        days: HOURS_KEPT_DAYS,
        setting: null,
        reason: 'none is told twice, whatever the clock does',
        age: 'at',
      },
    ];
  }

  kept(): KeptTable[] {
    return [
      { table: 'community', reason: 'closed ones stay, for people were in them' },
      { table: 'community_member', reason: 'as long as the medical record: who was in which community, when and why' },
      { table: 'community_check', reason: 'gone when it was worked, within seconds' },
      { table: 'known_member', reason: 'the copy of who works here' },
      { table: 'known_account', reason: 'the copy of whose account is whose' },
      { table: 'known_department', reason: 'the copy of the departments' },
    ];
  }
}
