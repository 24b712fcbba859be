import { Retention, type KeptTable, type RetentionRule, type RetentionSource } from '#platform';

@Retention()
export class ReviewsRetention implements RetentionSource {
  rules(): RetentionRule[] {
    return [];
  }

  kept(): KeptTable[] {
    return [
      { table: 'review', reason: 'what was said in public, and how fast it was answered; figures go back years' },
      { table: 'review_platform', reason: 'settings of the hospital; reviews are of them' },
      { table: 'review_patrol', reason: 'five a day: who looked when, and what nobody looked at' },
      { table: 'crisis', reason: 'what the hospital said in public, and who answered for it' },
      { table: 'crisis_statement', reason: 'every version, with the crisis' },
      { table: 'crisis_approval', reason: 'who approved which version, with the crisis' },
    ];
  }
}
