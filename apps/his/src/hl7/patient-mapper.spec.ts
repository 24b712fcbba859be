import { describe, expect, it } from '@jest/globals';
import { anAdt, type Fields } from '../../test/corpus/an-adt.js';
import type { PatientFacts } from './facts.js';
import { interpretMessage } from './interpretation.js';
import { DEFAULT_PROFILE, type PartnerProfile } from './partner-profile.js';
import type { Problem } from './vocabulary.js';

interface Told {
  readonly patient: PatientFacts;
  readonly warnings: readonly Problem[];
}

function told(pid: Fields, profile: Partial<PartnerProfile> = {}, pv1: Fields = {}): Told {
  const { outcome } = interpretMessage(anAdt({ event: 'A08', pid, pv1 }), 'utf-8', [
    { ...DEFAULT_PROFILE, ...profile },
  ]);
  if (!outcome?.ok) throw new Error(outcome?.problem.text);
  return { patient: outcome.value.facts[0].patient, warnings: outcome.value.warnings };
}

const patientOf = (pid: Fields, profile?: Partial<PartnerProfile>): PatientFacts => told(pid, profile).patient;

describe('the identifiers of a patient', () => {
  it('PT-3 keep issuer and type; the record number is primary wherever it stands', () => {
    expect(patientOf({ 3: 'C1^^^CARD^PI~00088001^^^HIS&1.2&ISO^MR~X9' })).toMatchObject({
      identifiers: [
        { issuer: 'CARD', value: 'C1', type: 'PI' },
        { issuer: 'HIS', value: '00088001', type: 'MR' },
        { issuer: 'H1', value: 'X9' },
      ],
      primary: { value: '00088001' },
    });
  });

  it('PT-3 are issued by the partner’s authority where they name none', () => {
    expect(patientOf({ 3: 'X9' }, { identifierAuthority: 'HIS-A' }).primary).toEqual({ issuer: 'HIS-A', value: 'X9' });
  });

  it('PT-3 stand in PID-2 or PID-4 only for a partner known to do so', () => {
    expect(patientOf({ 3: '', 4: 'OLD1' }, { identifierFields: [3, 4, 2] }).primary.value).toBe('OLD1');
  });

  it('PT-3 the national ID is PID-19, else PID-3 of that type, and never a record number', () => {
    expect(patientOf({ 19: '11010519491231002X' }).nationalId).toBe('11010519491231002X');
    const typed = patientOf({ 3: '440524188001010014^^^MPS^NNCHN~1^^^HIS^MR' });
    expect(typed).toMatchObject({ nationalId: '440524188001010014', identifiers: [{ value: '1' }] });
    expect(patientOf({ 19: '""' }).nationalId).toBeNull();
  });
});

describe('the demographics of a patient', () => {
  it('PT-1 an empty field changes nothing', () => {
    const empty = { 5: '', 7: '', 8: '', 11: '', 13: '', 19: '', 30: '' };
    const { name, sex, birthDate, phones, nationalId, address, deceased } = patientOf(empty);
    expect([name, sex, birthDate, phones, nationalId, address, deceased]).toEqual(Array(7).fill(undefined));
  });

  it('PT-1 "" deletes', () => {
    const deleted = { 5: '""', 7: '""', 8: '""', 11: '""', 13: '""', 19: '""', 29: '""', 30: '""' };
    const { name, sex, birthDate, phones, nationalId, address, deceased, deceasedAt } = patientOf(deleted);
    expect([name, sex, birthDate, phones, nationalId, address, deceased, deceasedAt]).toEqual(Array(8).fill(null));
  });

  it.each([
    ['1', 'male'],
    ['2', 'female'],
    ['男', 'male'],
    ['女', 'female'],
    ['m', 'male'],
    ['F', 'female'],
    ['9', 'unknown'],
  ])('PT-1 PID-8 %s is %s', (code, sex) => {
    expect(patientOf({ 8: code }).sex).toBe(sex);
  });

  it('PT-1 an unknown sex changes nothing and is asked about', () => {
    const { patient, warnings } = told({ 8: '7' });
    expect(patient.sex).toBeUndefined();
    expect(warnings).toMatchObject([{ code: 103, at: { segment: 'PID', field: 8 } }]);
  });

  it.each([
    ['Müller^Jürgen~李^明', '李明'],
    ['Alias^A^^^^^N~Doe^John^^^^^L', 'John Doe'],
    ['^^^~Doe^Jane', 'Jane Doe'],
  ])('PT-1 of the names %s the one to use is %s', (names, name) => {
    expect(patientOf({ 5: names }).name).toBe(name);
  });

  it.each([
    ['13800138000', ['13800138000']],
    ['^PRN^PH^^^617^5551212', ['617 5551212']],
    ['^PRN^PH^^86^010^62345678^01', ['+86 010 62345678 转 01']],
    ['^^CP^^^^^^^^^13900139000', ['13900139000']],
    ['1~2~1', ['1', '2']],
    ['^NET^Internet^a@b.cn~3', ['3']],
  ])('PT-3 PID-13 %s gives %j, as written', (field, phones) => {
    expect(patientOf({ 13: field }).phones).toEqual(phones);
  });

  it.each([
    ['建国路1号^2单元^北京市^北京^100000^^^^朝阳区', '北京北京市朝阳区建国路1号2单元'],
    ['123 Main St^^Boston^MA^02101', '123 Main St, Boston, MA, 02101'],
    ['^^^^^^', undefined],
  ])('PT-1 PID-11 %s is %s', (field, address) => {
    expect(patientOf({ 11: field }).address).toBe(address);
  });
});

describe('a death', () => {
  it.each<[string, Fields, Fields, boolean | undefined]>([
    ['PID-30 = Y', { 30: 'Y' }, {}, true],
    ['PID-30 = NO', { 30: 'NO ' }, {}, false],
    ['a date of death alone', { 29: '20260131' }, {}, true],
    ['disposition 20', {}, { 36: '20' }, true],
    ['disposition 5^死亡, even against PID-30 = N', { 30: 'N' }, { 36: '5^死亡' }, true],
    ['disposition text only', {}, { 36: '^死亡' }, true],
    ['disposition 1', {}, { 36: '1^医嘱离院' }, undefined],
  ])('FU-6 %s', (_case, pid, pv1, deceased) => {
    expect(told(pid, {}, pv1).patient.deceased).toBe(deceased);
  });

  it('FU-6 an unreadable PID-30 is asked about, not guessed', () => {
    const { patient, warnings } = told({ 30: '?' });
    expect(patient.deceased).toBeUndefined();
    expect(warnings).toMatchObject([{ code: 103, at: { field: 30 } }]);
  });
});
