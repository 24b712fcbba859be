import { describe, expect, it } from '@jest/globals';
import { faultsInConsent, type StatedConsent } from './consent.rules.js';

const now = new Date('2026-03-02T02:00:00Z');
const consent = (over: Partial<StatedConsent> = {}): StatedConsent => ({
  purpose: 'marketing',
  granted: true,
  legalBasis: 'consent',
  hasGuardian: false,
  decidedAt: now,
  ...over,
});
const codes = (over: Partial<StatedConsent>, birthDate: string | null = '1980-05-05') =>
  faultsInConsent(consent(over), { birthDate, zone: 'Asia/Shanghai', now }).map(
    ({ field, code }) => `${field} ${code}`,
  );

describe('a consent', () => {
  it('PT-9 may be given now and not later', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ decidedAt: new Date(now.getTime() + 1) })).toEqual(['decidedAt in-the-future']);
  });

  it('PT-9 names its legal basis', () => {
    expect(codes({ legalBasis: null })).toEqual(['legalBasis needs-legal-basis']);
    expect(codes({ legalBasis: 'contract' })).toEqual(['legalBasis basis-insufficient']);
    expect(codes({ purpose: 'care', legalBasis: 'emergency' })).toEqual([]);
  });

  it('PT-9 for research and publication is a separate one', () => {
    for (const purpose of ['research', 'publication'] as const) {
      expect(codes({ purpose })).toEqual(['legalBasis basis-insufficient']);
      expect(codes({ purpose, legalBasis: 'separate-consent' })).toEqual([]);
    }
  });

  it('PT-9 is withdrawn without a basis', () => {
    expect(codes({ granted: false, legalBasis: null })).toEqual([]);
    expect(codes({ granted: false })).toEqual(['legalBasis only-when-granted']);
  });

  it.each([
    ['2012-03-02', []],
    ['2012-03-03', ['guardian needs-guardian']],
    ['2012-03', ['guardian needs-guardian']],
    ['2012-02', []],
    ['2012', ['guardian needs-guardian']],
    ['2011', []],
    [null, []],
  ])('PT-9 of someone born %s on 2 March 2026 asks for a guardian below 14: %j', (birthDate, expected) => {
    expect(codes({}, birthDate)).toEqual(expected);
  });

  it('PT-9 of a child is withdrawn by whoever asks, and emergencies ask nobody', () => {
    expect(codes({ granted: false, legalBasis: null }, '2020-01-01')).toEqual([]);
    expect(codes({ purpose: 'care', legalBasis: 'emergency' }, '2020-01-01')).toEqual([]);
    expect(codes({ hasGuardian: true }, '2020-01-01')).toEqual([]);
  });
});
