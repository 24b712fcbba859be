import { dataOf, type HospitalClient } from '#client';
import { knownPatient } from './demo-patients.js';

/** One person whom two windows registered: the phone is the same, the name was misheard. */
const TWICE = [
  { mrn: 'D0009', name: '高翔', address: '深圳市南山区科技园路8号' },
  { mrn: 'D0010', name: '高祥', address: '南山区科技园路8号' },
];

/** PT-3 as two agents wrote it, to be merged or dismissed. Once: a record that was merged answers to its number still. */
export async function playDuplicates(agent: HospitalClient): Promise<void> {
  for (const { mrn, name, address } of TWICE) {
    if ((await knownPatient(agent, mrn)) !== undefined) continue;
    const identifiers = [{ issuer: 'DEMO-HIS', value: mrn, type: 'MR' }];
    const body = { name, address, birthDate: '1984-10-06', sex: 'male' as const, phones: ['13800138019'], identifiers };
    await dataOf(agent.POST('/patients', { body }));
  }
}
