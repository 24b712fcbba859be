import { describe, expect, it } from '@jest/globals';
import { missingBeforeClosing, type CaseStanding } from './closing.rules.js';

const AT = new Date('2026-03-02T02:00:00Z');
const aCase = (over: Partial<CaseStanding> = {}): CaseStanding => ({
  ...{ kind: 'complaint', medical: false, channel: 'phone', settlement: 'investigation' },
  ...{ investigatedAt: AT, concludedAt: AT, compensatedAt: AT, soothedAt: AT },
  ...over,
});

describe('a complaint', () => {
  it('CP-4 may be closed when every step is there', () => {
    expect(missingBeforeClosing(aCase())).toEqual([]);
    expect(missingBeforeClosing(aCase({ medical: true }))).toEqual([]);
  });

  it('CP-4 untouched lacks every step, in their order', () => {
    const untouched = { investigatedAt: null, concludedAt: null, compensatedAt: null, soothedAt: null };
    expect(missingBeforeClosing(aCase({ medical: null, ...untouched }))).toEqual([
      ...['medical-or-not', 'investigation', 'cause', 'consequence', 'recovery'],
    ]);
  });

  it('CP-3 that is not medical needs its compensation on record and no soothing call', () => {
    expect(missingBeforeClosing(aCase({ compensatedAt: null, soothedAt: null }))).toEqual(['compensation']);
  });

  it('CP-3 that is medical needs its soothing call and no compensation', () => {
    expect(missingBeforeClosing(aCase({ medical: true, compensatedAt: null, soothedAt: null }))).toEqual([
      'soothing-call',
    ]);
  });

  it('CP-6 on a review platform needs its soothing call whether it is medical or not', () => {
    const review = { channel: 'review', compensatedAt: null, soothedAt: null } as const;
    expect(missingBeforeClosing(aCase(review))).toEqual(['compensation', 'soothing-call']);
    expect(missingBeforeClosing(aCase({ ...review, medical: true }))).toEqual(['soothing-call']);
    expect(missingBeforeClosing(aCase({ ...review, medical: null }))).toEqual(['medical-or-not', 'soothing-call']);
  });

  it('CP-4 settled on the spot needs no investigation, and by several departments it does', () => {
    expect(missingBeforeClosing(aCase({ settlement: 'on-the-spot', investigatedAt: null }))).toEqual([]);
    expect(missingBeforeClosing(aCase({ settlement: 'several-departments', investigatedAt: null }))).toEqual([
      'investigation',
    ]);
  });

  it.each(['suggestion', 'praise', 'consultation', 'emergency', 'appointment', 'other'] as const)(
    'CP-1 a %s asks for none of it',
    (kind) => {
      expect(missingBeforeClosing(aCase({ kind, medical: null, concludedAt: null, investigatedAt: null }))).toEqual([]);
    },
  );
});
