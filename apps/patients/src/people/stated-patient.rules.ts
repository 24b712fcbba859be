import { readNationalId } from './national-id.rules.js';
import type { Demographics } from './demographics.rules.js';

export interface Fault {
  field: string;
  reason: string;
}

/** What an agent may not write: a number that is none, dates to come, and what contradicts the national ID. */
export function faultsIn(after: Demographics, changed: (keyof Demographics)[], today: string, now: Date): Fault[] {
  const faults: Fault[] = [];
  const { nationalId, birthDate, sex, deceasedAt } = after;
  const said = nationalId === null ? undefined : readNationalId(nationalId);
  if (nationalId !== null && changed.includes('nationalId') && !said) {
    faults.push({
      field: 'nationalId',
      reason: 'is not a valid number by GB 11643-1999; give other documents in `document`',
    });
  }
  if (changed.includes('birthDate') && birthDate !== null && birthDate > today) {
    faults.push({ field: 'birthDate', reason: 'is in the future' });
  }
  if (changed.includes('deceasedAt') && deceasedAt !== null && deceasedAt > now) {
    faults.push({ field: 'deceasedAt', reason: 'is in the future' });
  }
  if (!said || !changed.some((field) => ['nationalId', 'birthDate', 'sex'].includes(field))) return faults;
  if (birthDate !== null && birthDate !== said.birthDate) {
    faults.push({ field: 'birthDate', reason: `contradicts the national ID, which says ${said.birthDate}` });
  }
  if ((sex === 'male' || sex === 'female') && sex !== said.sex) {
    faults.push({ field: 'sex', reason: `contradicts the national ID, which says ${said.sex}` });
  }
  return faults;
}
