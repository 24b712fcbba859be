import { Retention, type KeptTable, type RetentionRule, type RetentionSource } from '#platform';
import { FollowUpConfig } from './follow-up.config.js';

const RECORD = 'as the medical record: what was done for whom, by whom';
const ANSWERS = 'as the medical record: what the patient answered, and what it set going';
/** Longer than anybody asks whether a message went out. */
const EDUCATION_DAYS = 90;
const COPY = 'as long as patients keeps its own';

@Retention()
export class FollowUpRetention implements RetentionSource {
  constructor(private readonly config: FollowUpConfig) {}

  rules(): RetentionRule[] {
    return [
      {
        name: 'patient links',
        table: 'patient_link',
        days: this.config.patientLinkRetentionDays,
        setting: 'PATIENT_LINK_RETENTION_DAYS',
        reason: 'an old link is answered kindly; the answers are kept with the record',
        age: 'expires_at',
      },
      {
        name: 'education messages',
        table: 'education_message',
        days: EDUCATION_DAYS,
        setting: null,
        reason: 'that advice was sent stands in the trail of the plan',
        age: 'planned_for',
        condition: 'due_at IS NULL',
      },
    ];
  }

  kept(): KeptTable[] {
    return [
      ...['plan', 'task', 'plan_trail', 'green_channel_case'].map((table) => ({ table, reason: RECORD })),
      ...['person', 'stay', 'operation'].map((table) => ({ table, reason: COPY })),
      ...['questionnaire_response', 'response_score', 'response_flag'].map((table) => ({ table, reason: ANSWERS })),
      { table: 'questionnaire', reason: 'settings: answers are read by the version that was asked' },
      { table: 'protocol', reason: 'settings: a plan names the version it follows' },
    ];
  }
}
