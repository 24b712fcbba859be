import { Retention, type KeptTable, type RetentionRule, type RetentionSource } from '#platform';

/** Long enough for every reader of the live board to have heard that it is over. */
const OVER_DAYS = 1;

@Retention()
export class BoardRetention implements RetentionSource {
  rules(): RetentionRule[] {
    return [
      {
        name: 'cards of tickets that are over',
        table: 'board_card',
        days: OVER_DAYS,
        setting: null,
        reason: 'the ticket itself says all of it',
        age: 'changed_at',
        condition: 'NOT at_work',
      },
    ];
  }

  kept(): KeptTable[] {
    return [];
  }
}
