import { madeDatabase } from '../harness/made-database.js';
import { loadPeople } from './load-people.js';

/**
 * @param folder where made hospitals are kept; `.data/bench` unless it says otherwise
 * @returns the data folder of a stack whose patients database has so many people
 */
export function madeHospital(people: number, folder?: string): Promise<string> {
  const load = (adminUrl: string) => loadPeople(adminUrl, people);
  return madeDatabase({ service: 'patients', name: `patients-${people}`, edition: 1, empty: ['staff'], load }, folder);
}
