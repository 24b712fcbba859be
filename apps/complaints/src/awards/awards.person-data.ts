import { PersonData, type ErasureOutcome, type PersonDataSection, type PersonDataSource } from '#platform';

@PersonData()
export class AwardsPersonData implements PersonDataSource {
  readonly tables = [];
  readonly withoutPatients = [{ table: 'award', reason: 'departments and staff' }];

  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
  }

  erase(): Promise<ErasureOutcome[]> {
    return Promise.resolve([]);
  }
}
