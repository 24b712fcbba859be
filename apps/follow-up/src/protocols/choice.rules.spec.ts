import { describe, expect, it } from '@jest/globals';
import { becauseOf, chooseProtocol, type Case } from './choice.rules.js';
import { dischargeDefaultV1 } from './discharge-default.v1.js';
import type { ProtocolScope, ProtocolVersion } from './protocol.rules.js';

const aProtocol = (code: string, scope: Partial<ProtocolScope> = {}, over: Partial<ProtocolVersion> = {}) => ({
  code,
  version: 1,
  status: 'published' as const,
  definition: { ...dischargeDefaultV1, appliesTo: { ...dischargeDefaultV1.appliesTo, ...scope } },
  ...over,
});
const aCase = (over: Partial<Case> = {}): Case => ({
  anchor: 'discharge',
  class: 'inpatient',
  departmentCode: '03.04',
  diagnosisCodes: ['I10.x00', 'E11.9'],
  procedureCodes: ['47.0101'],
  ageYears: 65,
  keyPatient: false,
  ...over,
});
const chosen = (protocols: ProtocolVersion[], over: Partial<Case> = {}) =>
  chooseProtocol(protocols, aCase(over)).chosen?.code;
const fits = (scope: Partial<ProtocolScope>, over: Partial<Case> = {}) =>
  chosen([aProtocol('one', scope)], over) === 'one';

describe('the choice of a protocol', () => {
  it('FU-5 takes the newest published version, and neither drafts nor what is retired', () => {
    const versions = [
      aProtocol('default'),
      aProtocol('default', {}, { version: 4, status: 'draft' }),
      aProtocol('default', {}, { version: 3, status: 'retired' }),
      aProtocol('default', {}, { version: 2 }),
    ];
    expect(chooseProtocol(versions, aCase()).chosen?.version).toBe(2);
  });

  it('FU-5 FU-11 asks for the anchor and the class, and one without classes is never chosen by itself', () => {
    expect(fits({}, { class: 'outpatient' })).toBe(false);
    expect(fits({ anchor: 'operation' })).toBe(false);
    expect(fits({ classes: [] })).toBe(false);
  });

  it.each<[string, Partial<ProtocolScope>, Partial<Case>, boolean]>([
    ['department', { departments: ['03.01', '03.04'] }, {}, true],
    ['another department', { departments: ['03.01'] }, {}, false],
    ['no known department', { departments: ['03.01'] }, { departmentCode: null }, false],
    ['diagnosis by prefix, any of them', { diagnoses: ['E11'] }, {}, true],
    ['diagnosis longer than the code', { diagnoses: ['I10.x001'] }, {}, false],
    ['procedure by prefix', { procedures: ['47.0'] }, {}, true],
    ['no procedure', { procedures: ['47.0'] }, { procedureCodes: [] }, false],
    ['age at the lower end', { ages: { from: 65 } }, {}, true],
    ['age a year below', { ages: { from: 65 } }, { ageYears: 64 }, false],
    ['age at the upper end', { ages: { to: 65 } }, {}, true],
    ['age a year above', { ages: { to: 65 } }, { ageYears: 66 }, false],
    ['age of a newborn', { ages: { to: 0 } }, { ageYears: 0 }, true],
    ['unknown age', { ages: { from: 0 } }, { ageYears: null }, false],
    ['key patient', { keyPatient: true }, { keyPatient: true }, true],
    ['nobody knows whether a key patient', { keyPatient: false }, { keyPatient: null }, false],
    ['all but key patients', { keyPatient: false }, {}, true],
  ])('FU-5 by %s', (_what, scope, over, expected) => {
    expect(fits(scope, over)).toBe(expected);
  });

  it('FU-5 prefers what states more, then the longer prefix, then the code, in whatever order they come', () => {
    const general = aProtocol('a-general');
    const circulation = aProtocol('b-circulation', { diagnoses: ['I'] });
    const hypertension = aProtocol('c-hypertension', { diagnoses: ['I10'] });
    const elderly = aProtocol('d-elderly', { diagnoses: ['I'], ages: { from: 65 } });
    const twin = aProtocol('e-twin', { diagnoses: ['I10'] });
    for (const order of [(all: ProtocolVersion[]) => all, (all: ProtocolVersion[]) => all.toReversed()]) {
      expect(chosen(order([general, circulation]))).toBe('b-circulation');
      expect(chosen(order([circulation, hypertension]))).toBe('c-hypertension');
      expect(chosen(order([hypertension, elderly]))).toBe('d-elderly');
      expect(chosen(order([hypertension, twin]))).toBe('c-hypertension');
      expect(chosen(order([general, elderly]), { ageYears: 30 })).toBe('a-general');
    }
  });

  it('FU-5 says why: what was found for each thing asked, and what kept the others out', () => {
    const protocols = [aProtocol('general'), aProtocol('young', { diagnoses: ['I10'], ages: { to: 17 } })];
    const choice = chooseProtocol(protocols, aCase());
    expect(choice.candidates.map(({ protocol, fits: itFits }) => [protocol.code, itFits])).toEqual([
      ['general', true],
      ['young', false],
    ]);
    expect(choice.candidates[1]?.findings.filter((finding) => !finding.fits)).toEqual([
      { criterion: 'age', asked: '0–17', found: '65', fits: false, length: 0 },
    ]);
    expect(becauseOf(choice)).toBe('class inpatient');
  });

  it('FU-2 puts visits 1 to 4 into weeks 1, 3, 6 and 10', () => {
    expect(dischargeDefaultV1.steps.map(({ window }) => [window?.fromDay, window?.toDay])).toEqual([
      [0, 7],
      [15, 21],
      [36, 42],
      [64, 70],
    ]);
  });
});
