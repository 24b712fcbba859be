import { PersonData, type ErasureOutcome, type PersonDataSection, type PersonDataSource } from '#platform';

/** What is known of a person here stands in the plan that was begun. */
@PersonData()
export class SegmentRunsPersonData implements PersonDataSource {
  readonly tables = [];
  readonly withoutPatients = [
    { table: 'segment_run', reason: 'counts; while it goes on, the id of the record that was dealt with last' },
  ];

  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
  }

  erase(): Promise<ErasureOutcome[]> {
    return Promise.resolve([]);
  }
}
