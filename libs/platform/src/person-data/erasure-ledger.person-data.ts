import { PersonData, type ErasureOutcome, type PersonDataSection, type PersonDataSource } from './person-data.js';

/** The erasures themselves: ids and counts stay for ever, and what the law keeps until its day. */
@PersonData()
export class ErasureLedgerPersonData implements PersonDataSource {
  readonly tables = ['person_erasure', 'erased_id', 'sealed_record'];

  collect(): Promise<PersonDataSection[]> {
    return Promise.resolve([]);
  }

  erase(): Promise<ErasureOutcome[]> {
    return Promise.resolve([]);
  }
}
