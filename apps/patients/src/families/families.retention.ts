import { Retention, type KeptTable, type RetentionRule, type RetentionSource } from '#platform';

const RECORD = 'as long as the medical record (outpatients 15 years, inpatients 30)';

@Retention()
export class FamilyRetention implements RetentionSource {
  rules(): RetentionRule[] {
    return [];
  }

  kept(): KeptTable[] {
    return [
      { table: 'person_relative', reason: RECORD },
      { table: 'person_gift', reason: RECORD },
      { table: 'family_standing', reason: 'one row a child or member of a family: what others were told last' },
    ];
  }
}
