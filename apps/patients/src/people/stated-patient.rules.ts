import { readNationalId } from './national-id.rules.js';
import type { Demographics } from './demographics.rules.js';

export interface Fault {
  field: string;
  code: string;
  params?: Record<string, string>;
}

/** What an agent may not write: a number that is none, dates to come, and what contradicts the national ID. */
export function faultsIn(after: Demographics, changed: (keyof Demographics)[], today: string, now: Date): Fault[] {
  const faults: Fault[] = [];
  const { nationalId, birthDate, sex, deceasedAt } = after;
  const said = nationalId === null ? undefined : readNationalId(nationalId);
  if (nationalId !== null && changed.includes('nationalId') && !said) {
    faults.push({ field: 'nationalId', code: 'national-id-invalid' });
  }
  if (changed.includes('birthDate') && birthDate !== null && birthDate > today) {
    faults.push({ field: 'birthDate', code: 'in-the-future' });
  }
  if (changed.includes('deceasedAt') && deceasedAt !== null && deceasedAt > now) {
    faults.push({ field: 'deceasedAt', code: 'in-the-future' });
  }
  if (!said || !changed.some((field) => ['nationalId', 'birthDate', 'sex'].includes(field))) return faults;
  if (birthDate !== null && birthDate !== said.birthDate) {
    faults.push({ field: 'birthDate', code: 'contradicts-national-id', params: { said: said.birthDate } });
  }
  if ((sex === 'male' || sex === 'female') && sex !== said.sex) {
    faults.push({ field: 'sex', code: 'contradicts-national-id', params: { said: said.sex } });
  }
  return faults;
}
