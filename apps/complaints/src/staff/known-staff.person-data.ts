import { PersonData, type ErasureOutcome, type PersonDataSection, type PersonDataSource } from '#platform';

const STAFF = 'staff, not patients';

@PersonData()
export class KnownStaffPersonData implements PersonDataSource {
  readonly tables = [];
  readonly withoutPatients = [
    { table: 'known_member', reason: STAFF },
    { table: 'known_account', reason: STAFF },
    { table: 'known_department', reason: STAFF },
  ];

  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
  }

  erase(): Promise<ErasureOutcome[]> {
    return Promise.resolve([]);
  }
}
