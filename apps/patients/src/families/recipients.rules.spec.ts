import { describe, expect, it } from '@jest/globals';
import { isBelow } from './child.rules.js';
import { recipientsOf, type FamilyPerson, type FamilyTie } from './recipients.rules.js';

const now = new Date('2026-03-02T02:00:00Z');
const terms = { now, zone: 'Asia/Shanghai', childAge: 18 };
const aPerson = (over: Partial<FamilyPerson> = {}): FamilyPerson => ({
  ...{ id: 'patient', birthDate: '1944-05-05', deceased: false, states: [], phones: ['+8613800000001'] },
  allowedPurposes: ['care', 'follow-up'],
  ...over,
});
const aChild = (over: Partial<FamilyPerson> = {}) => aPerson({ birthDate: '2018-05-05', ...over });
const aDaughter = (over: Partial<FamilyPerson> = {}) =>
  aPerson({ id: 'daughter', birthDate: '1970-01-01', phones: ['+8613800000002'], ...over });
const aTie = (over: Partial<FamilyTie> = {}): FamilyTie => ({
  ...{ id: 'tie', guardian: false, kinds: ['appointment', 'marketing'], consentBy: 'patient', record: aDaughter() },
  ...{ from: new Date(0), until: null, endedAt: null, phone: null },
  ...over,
});
const told = (
  person: FamilyPerson,
  family: FamilyTie[],
  kind: 'appointment' | 'follow-up' | 'marketing' | 'birthday',
) => {
  const { recipients, suppressed, nobody } = recipientsOf(person, family, kind, terms);
  return [
    ...recipients.map(({ tie, reason }) => `${tie?.id ?? 'patient'} ${reason}`),
    ...suppressed.map(({ tie, why }) => `${tie?.id ?? 'patient'} not: ${why}`),
    ...(nobody ? [nobody] : []),
  ];
};

describe('who gets a message', () => {
  it('PT-7 is the patient, and in copy who was named for its kind', () => {
    expect(told(aPerson(), [aTie()], 'appointment')).toEqual(['patient self', 'tie copy']);
    expect(told(aPerson(), [aTie()], 'birthday')).toEqual(['patient self', 'tie not: kind-not-chosen']);
    expect(told(aPerson(), [], 'birthday')).toEqual(['patient self']);
  });

  it('PT-7 is the guardians of a child instead of the child, of every kind, and nobody while there are none', () => {
    const guardian = aTie({ guardian: true, kinds: [], consentBy: 'guardian' });
    const aunt = aTie({ id: 'aunt', record: aDaughter({ id: 'aunt', phones: [] }), consentBy: 'guardian' });
    expect(told(aChild(), [aunt, guardian], 'appointment')).toEqual([
      'tie guardian-instead-of-child',
      'aunt copy',
      'patient not: child',
    ]);
    expect(told(aChild(), [], 'appointment')).toEqual(['patient not: child', 'nobody-named-for-child']);
    expect(told(aChild(), [aunt], 'appointment')).toEqual([
      'patient not: child',
      'aunt not: no-guardian',
      'nobody-named-for-child',
    ]);
    const dead = { ...guardian, record: aDaughter({ deceased: true }) };
    expect(told(aChild(), [dead], 'appointment')).toContain('nobody-named-for-child');
  });

  it('PT-7 never is a child at its own phone, which its mother may use', () => {
    const mother = aTie({ guardian: true, record: aDaughter({ phones: ['+8613800000001'] }) });
    expect(told(aChild(), [mother], 'appointment')).toEqual(['tie guardian-instead-of-child', 'patient not: child']);
    expect(told(aPerson(), [mother], 'appointment')).toEqual(['patient self', 'tie not: same-number']);
  });

  it.each([
    ['2008-03-03', true],
    ['2008-03-02', false],
    ['2008-03', true],
    ['2008', true],
    ['2007', false],
    ['2008-00', true],
    ['2007-00', false],
    [null, false],
  ])('PT-7 who was born %s is a child on 2 March 2026: %j', (birthDate, child) => {
    expect(isBelow(birthDate, 18, now, 'Asia/Shanghai')).toBe(child);
  });

  it('PT-7 PT-6 comes of age at midnight of the birthday, of 29 February on the 28th in common years', () => {
    const midnight = new Date('2026-02-27T16:00:00Z');
    expect(isBelow('2008-02-29', 18, new Date(midnight.getTime() - 1), 'Asia/Shanghai')).toBe(true);
    expect(isBelow('2008-02-29', 18, midnight, 'Asia/Shanghai')).toBe(false);
    expect(isBelow('2008-02-29', 20, new Date('2028-02-28T15:59:59Z'), 'Asia/Shanghai')).toBe(true);
    expect(isBelow('2008-02-29', 20, new Date('2028-02-28T16:00:00Z'), 'Asia/Shanghai')).toBe(false);
  });

  it('PT-7 is nobody by the word of a guardian once the child has come of age', () => {
    const grown = aPerson({ birthDate: '2008-03-02' });
    const named = { guardian: true, consentBy: 'guardian' as const };
    expect(told(grown, [aTie(named)], 'appointment')).toEqual(['patient self', 'tie not: came-of-age']);
    expect(told(grown, [aTie({ ...named, consentBy: 'patient' })], 'appointment')).toEqual([
      'patient self',
      'tie copy',
    ]);
  });

  it('PT-7 is a relative from the first moment to the last', () => {
    const at = (ms: number) => new Date(now.getTime() + ms);
    const why = (tie: Partial<FamilyTie>) => told(aPerson(), [aTie(tie)], 'appointment')[1];
    expect([why({ from: now }), why({ from: at(1) })]).toEqual(['tie copy', 'tie not: relation-not-begun']);
    expect([why({ until: at(1) }), why({ until: now })]).toEqual(['tie copy', 'tie not: relation-ended']);
    expect([why({ endedAt: at(1) }), why({ endedAt: now })]).toEqual(['tie copy', 'tie not: relation-ended']);
  });

  it('PT-7 PT-11 is neither the dead nor who wants no contact, and of such a patient nobody', () => {
    const silent = { states: ['do-not-contact'] } as const;
    const copy = (record: Partial<FamilyPerson>) =>
      told(aPerson(), [aTie({ record: aDaughter(record) })], 'appointment')[1];
    expect(copy({ deceased: true })).toBe('tie not: deceased');
    expect(copy(silent)).toBe('tie not: do-not-contact');
    expect(copy({ birthDate: '2010-01-01' })).toBe('tie not: child');
    expect(told(aPerson({ deceased: true }), [aTie()], 'appointment')).toEqual([
      'patient not: deceased',
      'tie not: patient-deceased',
    ]);
    expect(told(aChild(silent), [aTie({ guardian: true })], 'appointment')).toEqual([
      'patient not: do-not-contact',
      'tie not: patient-do-not-contact',
    ]);
  });

  it('PT-7 PT-9 of what the patient does not allow is nobody, and of marketing only a patient who allows it too', () => {
    const agrees = { allowedPurposes: ['care', 'follow-up', 'marketing'] } as const;
    const tie = (record: FamilyPerson | null) => aTie({ record, phone: record ? null : '+8613800000003' });
    expect(told(aPerson({ allowedPurposes: ['care'] }), [aTie({ kinds: ['follow-up'] })], 'follow-up')).toEqual([
      'patient not: no-consent',
      'tie not: patient-no-consent',
    ]);
    expect(told(aPerson(agrees), [tie(aDaughter())], 'marketing')[1]).toBe('tie not: no-marketing-consent');
    expect(told(aPerson(agrees), [tie(null)], 'marketing')[1]).toBe('tie not: not-a-patient');
    expect(told(aPerson(agrees), [tie(aDaughter(agrees))], 'marketing')[1]).toBe('tie copy');
    expect(told(aPerson(agrees), [tie(null)], 'appointment')[1]).toBe('tie copy');
  });

  it('PT-3 PT-7 is one message where merges made two entries one person, or the patient', () => {
    const twice = [aTie(), aTie({ id: 'again' })];
    expect(told(aPerson(), twice, 'appointment')).toEqual(['patient self', 'tie copy', 'again not: merged']);
    expect(told(aPerson(), [aTie({ record: aPerson() })], 'appointment')[1]).toBe('tie not: merged');
    const byPhone = aTie({ id: 'friend', record: null, phone: '+8613800000002' });
    expect(told(aPerson(), [aTie(), byPhone], 'appointment')[2]).toBe('friend not: same-number');
  });
});
