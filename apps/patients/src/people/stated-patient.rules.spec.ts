import { describe, expect, it } from '@jest/globals';
import { NOBODY_YET, type Demographics } from './demographics.rules.js';
import { faultsIn } from './stated-patient.rules.js';

const NOW = new Date('2026-03-02T04:00:00Z');

function faultyFields(stated: Partial<Demographics>, known: Partial<Demographics> = {}): string[] {
  const changed = Object.keys(stated) as (keyof Demographics)[];
  return faultsIn({ ...NOBODY_YET, ...known, ...stated }, changed, '2026-03-02', NOW).map(({ field }) => field);
}

describe('what an agent writes of a person', () => {
  it('PT-3 is refused with a national ID that fails its check', () => {
    expect(faultyFields({ nationalId: '110108197701011510' })).toEqual(['nationalId']);
  });

  it('PT-3 must not contradict the national ID', () => {
    const nationalId = '11010519491231002X';
    expect(faultyFields({ nationalId, birthDate: '1949-12-31', sex: 'female' })).toEqual([]);
    expect(faultyFields({ birthDate: '1949-12-30', sex: 'male' }, { nationalId })).toEqual(['birthDate', 'sex']);
    expect(faultyFields({ sex: 'unknown' }, { nationalId })).toEqual([]);
  });

  it('PT-3 may correct an address although a hospital system reported a contradiction', () => {
    expect(faultyFields({ address: '甲' }, { nationalId: '11010519491231002X', birthDate: '1950-01-01' })).toEqual([]);
  });

  it('PT-1 knows no birth after today and no death after now', () => {
    expect(faultyFields({ birthDate: '2026-03-02', deceasedAt: NOW })).toEqual([]);
    expect(faultyFields({ birthDate: '2026-03-03', deceasedAt: new Date(NOW.getTime() + 1) })).toEqual([
      'birthDate',
      'deceasedAt',
    ]);
  });
});
