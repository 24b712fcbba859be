import { describe, expect, it } from '@jest/globals';
import { faultsInRelative, type StatedRelative } from './relative-faults.rules.js';
import type { FamilyPerson } from './recipients.rules.js';

const now = new Date('2026-03-02T02:00:00Z');
const terms = { now, zone: 'Asia/Shanghai', childAge: 18, ownConsentAge: 14 };
const born = (birthDate: string | null, deceased = false): FamilyPerson => ({
  ...{ id: 'x', birthDate, deceased, states: [], allowedPurposes: [], phones: [] },
});
const faults = (
  over: Partial<StatedRelative> = {},
  person = born('1944-05-05'),
  relative: FamilyPerson | null = born('1970-01-01'),
) => {
  const stated = { guardian: false, kinds: [], consentBy: 'patient', saidAt: now, from: now, until: null } as const;
  return faultsInRelative({ ...stated, ...over }, person, relative, terms).map(({ field, code }) => `${field} ${code}`);
};

describe('a relative', () => {
  it('PT-7 is named by the patient, for a child below 14 by a guardian, from 14 to 18 by either', () => {
    const guardian = { consentBy: 'guardian' } as const;
    expect(faults()).toEqual([]);
    expect(faults(guardian)).toEqual(['consent.by only-of-child']);
    expect([faults({}, born('2012-03-03')), faults({}, born('2012-03-02'))]).toEqual([
      ['consent.by says-guardian'],
      [],
    ]);
    expect([faults(guardian, born('2008-03-03')), faults(guardian, born('2008-03-02'))]).toEqual([
      [],
      ['consent.by only-of-child'],
    ]);
  });

  it('PT-7 is no guardian of an adult, nor of somebody of unknown age', () => {
    const guardian = { guardian: true } as const;
    expect(faults(guardian, born('2008-03-03'))).toEqual([]);
    expect(faults(guardian, born('2008-03-02'))).toEqual(['guardian guardian-of-adult']);
    expect(faults(guardian, born(null))).toEqual(['guardian guardian-of-adult']);
  });

  it('PT-7 who is dead gets nothing, and one who is a child is known only', () => {
    const dead = born('1970-01-01', true);
    expect(faults({}, undefined, dead)).toEqual(['relativePatientId relative-deceased']);
    expect(faults({}, undefined, born('2015-01-01'))).toEqual([]);
    expect(faults({ kinds: ['birthday'] }, undefined, born('2015-01-01'))).toEqual(['kinds relative-is-child']);
  });

  it('PT-7 PT-9 without a record gets no marketing', () => {
    expect(faults({ kinds: ['marketing'] }, undefined, null)).toEqual(['kinds marketing-needs-record']);
  });

  it('PT-7 begins before it ends, by a word that was said', () => {
    expect(faults({ until: now })).toEqual(['until before-it-begins']);
    expect(faults({ saidAt: new Date(now.getTime() + 1) })).toEqual(['consent.saidAt in-the-future']);
  });
});
