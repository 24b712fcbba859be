import { Retention, type KeptTable, type RetentionRule, type RetentionSource } from '#platform';

@Retention()
export class SurveysRetention implements RetentionSource {
  rules(): RetentionRule[] {
    return [];
  }

  kept(): KeptTable[] {
    return [
      { table: 'survey_rule', reason: 'settings: a draw names the rule it followed' },
      { table: 'survey_draw', reason: 'as the medical record: nobody is drawn twice for one visit' },
    ];
  }
}
