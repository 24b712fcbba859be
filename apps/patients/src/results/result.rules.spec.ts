import type { ReportedObservation, ResultStatus } from '#contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { settleResult, type ResultContent, type ResultReport } from './result.rules.js';

let arrivals = 0;
const value = (over: Partial<ReportedObservation> = {}): ReportedObservation => ({
  ...{ code: 'WBC', value: '7.5', abnormality: 'normal', status: 'final' },
  ...over,
});
const report = (
  minute: number,
  status: ResultStatus,
  content: Partial<ResultContent> = {},
  hasText = false,
): ResultReport => ({
  id: `R${(arrivals += 1)}`,
  toldAt: new Date(Date.UTC(2026, 2, 2, 2, minute)),
  arrival: arrivals,
  status,
  content: { kind: 'laboratory', observations: [], ...content },
  hasText,
});
const settle = (...reports: [ResultReport, ...ResultReport[]]) => settleResult(reports).state;
const values = (...reports: [ResultReport, ...ResultReport[]]) =>
  settle(...reports).observations.map((each) => [each.code, each.value]);
const of = (status: ResultStatus, text: string) => ({ observations: [value({ status, value: text })] });

describe('what holds of a result', () => {
  it('PT-2 a newer final value replaces an older one, and a correction that one', () => {
    const [first, second, corrected] = [
      report(0, 'final', of('final', '7')),
      report(1, 'final', of('final', '8')),
      report(2, 'corrected', of('corrected', '9')),
    ];
    expect(values(first, second)).toEqual([['WBC', '8']]);
    expect(values(first, second, corrected)).toEqual([['WBC', '9']]);
    expect(settle(first, corrected)).toMatchObject({ status: 'corrected', reportedAt: corrected.toldAt });
  });

  it.each([
    ['preliminary', 'final'],
    ['preliminary', 'corrected'],
    ['final', 'corrected'],
  ] as const)('PT-2 a %s report never replaces a %s one, also when it is told later', (less, more) => {
    const [sure, late] = [report(0, more, of(more, '7')), report(5, less, of(less, '8'))];
    for (const order of [
      [sure, late],
      [late, sure],
    ] as const) {
      expect(values(...order)).toEqual([['WBC', '7']]);
      expect(settle(...order)).toMatchObject({ status: more, reportedAt: sure.toldAt });
      expect(settleResult([...order]).outranked).toEqual([late.id]);
    }
  });

  it('PT-2 an older preliminary that comes late changes nothing', () => {
    const [final, late] = [report(5, 'final', of('final', '7')), report(0, 'preliminary', of('preliminary', '8'))];
    expect(values(final, late)).toEqual([['WBC', '7']]);
    expect(settle(final, late).status).toBe('final');
  });

  it('PT-2 values that a report does not name still hold; one that is taken back is gone', () => {
    const first = report(0, 'final', { observations: [value(), value({ code: 'HGB', value: '131' })] });
    const more = report(1, 'final', { observations: [value({ code: 'PLT', value: '210' })] });
    const less = report(2, 'corrected', { observations: [value({ code: 'HGB', value: '', status: 'withdrawn' })] });
    expect(values(first, more).map(([code]) => code)).toEqual(['WBC', 'HGB', 'PLT']);
    expect(values(first, more, less).map(([code]) => code)).toEqual(['WBC', 'PLT']);
  });

  it('PT-2 values that are taken back alone leave the others, and what was said of the whole', () => {
    const codes = ['WBC', 'HGB', 'PLT'];
    const panel = report(0, 'final', { observations: codes.map((code) => value({ code })), name: '血常规' });
    const back = (minute: number, ...gone: string[]) =>
      report(minute, 'corrected', {
        ...{ kind: 'other', name: '血红蛋白' },
        observations: gone.map((code) => value({ code, value: '', status: 'withdrawn' })),
      });
    const one = back(1, 'HGB');
    expect(values(panel, one).map(([code]) => code)).toEqual(['WBC', 'PLT']);
    expect(settle(one, panel)).toMatchObject({ status: 'corrected', kind: 'laboratory', name: '血常规' });
    const others = back(2, 'WBC', 'PLT');
    expect(settle(panel, one, others)).toMatchObject({ status: 'withdrawn', observations: [], name: '血常规' });
    expect(settle(others, one, panel)).toEqual(settle(panel, one, others));
    expect(settle(panel, one, others, report(3, 'final', of('final', '9')))).toMatchObject({
      status: 'final',
      observations: [{ value: '9' }],
    });
  });

  it('PT-2 words of which a part is taken back hold no longer; others and values do', () => {
    const named = [{ code: 'R', name: '备注' }, { name: '镜检' }];
    const panel = report(0, 'final', { observations: [value()], named, impression: 'x' }, true);
    const back = (minute: number, ...gone: { code?: string; name?: string }[]) =>
      report(minute, 'corrected', {
        observations: gone.map((each) => ({ ...each, value: '', abnormality: 'normal', status: 'withdrawn' })),
      });
    expect(settle(panel, back(1, { code: 'K' }))).toMatchObject({ textVersion: panel.id });
    const held = settle(panel, back(1, { name: '镜检' }));
    expect(held).toMatchObject({ status: 'corrected', observations: [{ code: 'WBC' }] });
    expect([held.textVersion, held.impression]).toEqual([undefined, undefined]);
    const gone = settle(panel, back(1, { code: 'R' }, { code: 'WBC' }));
    expect(gone).toMatchObject({ status: 'withdrawn', observations: [] });
    expect(settle(panel, back(1, { code: 'WBC' }))).toMatchObject({ status: 'corrected', textVersion: panel.id });
  });

  it('PT-2 values of one code are told apart by their sub-id', () => {
    const both = report(0, 'final', { observations: [value({ subId: '1' }), value({ subId: '2', value: '8' })] });
    expect(values(both)).toHaveLength(2);
  });

  it('PT-2 taken back it holds no longer, until it is told anew', () => {
    const [told, back] = [report(0, 'corrected', { ...of('corrected', '7'), name: '血常规' }), report(1, 'withdrawn')];
    expect(settle(told, back)).toMatchObject({
      status: 'withdrawn',
      observations: [],
      name: '血常规',
      abnormality: 'normal',
    });
    expect(settle(back, told)).toEqual(settle(told, back));
    const anew = report(2, 'preliminary', of('preliminary', '9'));
    expect(settle(told, back, anew)).toMatchObject({ status: 'preliminary', observations: [{ value: '9' }] });
    expect(values(report(3, 'final', of('final', '7')), report(3, 'withdrawn'))).toEqual([]);
  });

  it('PT-2 words are those of the surest and newest report that has some', () => {
    const first = report(0, 'final', { impression: '结节' }, true);
    const second = report(1, 'corrected', { impression: '未见结节' }, true);
    const later = report(2, 'preliminary', { impression: '结节?' }, true);
    expect(settle(first)).toMatchObject({ textVersion: first.id, impression: '结节' });
    expect(settle(first, second, later)).toMatchObject({ textVersion: second.id, impression: '未见结节' });
    expect(settle(first, report(3, 'final', of('final', '1')))).toMatchObject({ textVersion: first.id });
    expect(settle(first, report(3, 'corrected', {}, true)).impression).toBeUndefined();
  });

  it('PT-2 is as abnormal as the worst of its values and words', () => {
    const values = { observations: [value(), value({ code: 'K', abnormality: 'abnormal' })] };
    expect(settle(report(0, 'final', values)).abnormality).toBe('abnormal');
    expect(settle(report(0, 'final', { ...values, impression: 'x', abnormality: 'critical' })).abnormality).toBe(
      'critical',
    );
    expect(settle(report(0, 'final')).abnormality).toBe('normal');
  });

  it('PT-2 was observed when somebody says, else when it was first told of', () => {
    const first = report(0, 'final');
    expect(settle(first).observedAt).toEqual(first.toldAt);
    const observedAt = '2026-03-01T08:00:00.000Z';
    expect(settle(first, report(1, 'final', { observedAt })).observedAt.toISOString()).toBe(observedAt);
  });

  it('ADR 20: is the same in whatever order its reports came, twice the same included', () => {
    const status = fc.constantFrom<ResultStatus>('preliminary', 'final', 'corrected', 'withdrawn');
    const some = fc.array(fc.tuple(fc.nat(60), status, fc.constantFrom('WBC', 'HGB'), fc.boolean()), {
      minLength: 1,
      maxLength: 8,
    });
    const shuffles = some.chain((specs) => {
      // Reports of the same minute and sureness are decided by arrival, which is what differs here.
      const told = specs.filter(([minute], index) => specs.findIndex(([other]) => other === minute) === index);
      const reports = told.map(([minute, is, code, hasText]) =>
        report(
          minute,
          is,
          { observations: [value({ code, status: is, value: `${minute}` })], impression: `${minute}` },
          hasText,
        ),
      );
      return fc.tuple(fc.constant(reports), fc.shuffledSubarray(reports, { minLength: reports.length }));
    });
    fc.assert(
      fc.property(shuffles, ([reports, shuffled]) => {
        const renumbered = shuffled.map((each, index) => ({ ...each, arrival: index }));
        const whole = renumbered as [ResultReport, ...ResultReport[]];
        expect(settleResult(whole)).toEqual(settleResult(reports as [ResultReport, ...ResultReport[]]));
      }),
      { numRuns: 200 },
    );
  });
});
