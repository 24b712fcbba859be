import { Retention, type KeptTable, type RetentionRule, type RetentionSource } from '#platform';

@Retention()
export class SegmentRunsRetention implements RetentionSource {
  rules(): RetentionRule[] {
    return [];
  }

  kept(): KeptTable[] {
    return [
      { table: 'segment_run', reason: 'who had which segment followed up: counts; it names nobody once it is done' },
    ];
  }
}
