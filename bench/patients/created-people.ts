import { Seeded } from '../harness/seeded.js';
import { madeName } from './made-names.js';

const random = new Seeded(41);
let count = 0;

/** What is sent to register somebody nobody knows yet. */
export function aNewcomer() {
  count += 1;
  const day = String(1 + (count % 28)).padStart(2, '0');
  return {
    name: madeName(random),
    sex: count % 2 ? 'male' : 'female',
    birthDate: `${1940 + (count % 80)}-0${1 + (count % 9)}-${day}`,
    phones: [`137${String((count * 48_271) % 100_000_000).padStart(8, '0')}`],
    address: `上海市徐汇区文化路${count}号`,
    identifiers: [{ issuer: 'BENCH-CREATE', value: `N${count}`, type: 'MR' }],
  };
}
