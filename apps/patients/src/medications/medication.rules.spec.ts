import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  settleMedication,
  type MedicationAction,
  type MedicationContent,
  type MedicationReport,
} from './medication.rules.js';

let arrivals = 0;
const report = (minute: number, action: MedicationAction, content: MedicationContent = {}): MedicationReport => ({
  toldAt: new Date(Date.UTC(2026, 2, 2, 2, minute)),
  arrival: (arrivals += 1),
  action,
  content,
});
const START = '2026-03-02T00:00:00.000Z';
const day = (n: number) => new Date(Date.parse(START) + n * 86_400_000);

describe('what holds of a drug', () => {
  it('PT-2 is what was ordered last; what a change does not name still holds', () => {
    const [first, change] = [
      report(0, 'ordered', { code: 'A', name: '阿司匹林', dose: '1', startsAt: START }),
      report(1, 'ordered', { dose: '2' }),
    ];
    for (const order of [
      [first, change],
      [change, first],
    ]) {
      expect(settleMedication(order)).toMatchObject({
        name: '阿司匹林',
        dose: '2',
        startsAt: day(0),
        reportedAt: change.toldAt,
      });
    }
  });

  it('PT-2 stops, whichever of stop and order came first, and holds again when it is ordered anew', () => {
    const [order, stop] = [report(0, 'ordered', { code: 'A' }), report(1, 'stopped', { stopReason: 'discontinued' })];
    for (const each of [
      [order, stop],
      [stop, order],
    ]) {
      expect(settleMedication(each)).toMatchObject({ stoppedAt: stop.toldAt, stopReason: 'discontinued' });
    }
    const anew = report(2, 'ordered', { code: 'A' });
    expect(settleMedication([order, stop, anew])?.stoppedAt).toBeUndefined();
    expect(settleMedication([order, stop, report(2, 'dispensed')])?.stoppedAt).toEqual(stop.toldAt);
    expect(settleMedication([report(5, 'stopped', {}), report(5, 'ordered', {})])?.stoppedAt).toBeDefined();
    expect(settleMedication([stop])).toBeUndefined();
  });

  it('MS-4 is used up at its end, else after its days, counted anew at each dispense', () => {
    const ordered = (content: MedicationContent) => report(0, 'ordered', { startsAt: START, ...content });
    const dispensed = (at: Date, durationDays?: number) =>
      report(1, 'dispensed', {
        dispensedAt: at.toISOString(),
        ...(durationDays === undefined ? {} : { durationDays }),
      });
    const endsAt = (...reports: MedicationReport[]) => settleMedication(reports)?.endsAt;
    expect(endsAt(ordered({}))).toBeUndefined();
    expect(endsAt(ordered({ durationDays: 30 }))).toEqual(day(30));
    expect(endsAt(ordered({ durationDays: 30, endsAt: day(10).toISOString() }))).toEqual(day(10));
    expect(endsAt(ordered({ durationDays: 30 }), dispensed(day(2)))).toEqual(day(32));
    expect(endsAt(ordered({ durationDays: 30 }), dispensed(day(2), 14))).toEqual(day(16));
    expect(endsAt(ordered({ endsAt: day(10).toISOString() }), dispensed(day(2), 14))).toEqual(day(16));
    expect(endsAt(ordered({ endsAt: day(20).toISOString() }), dispensed(day(2), 14))).toEqual(day(20));
  });

  it('ADR 20: is the same in whatever order its reports came', () => {
    const actions = fc.array(fc.constantFrom<MedicationAction>('ordered', 'dispensed', 'stopped'), {
      minLength: 1,
      maxLength: 7,
    });
    const shuffles = actions.chain((all) => {
      const reports = all.map((action, minute) => report(minute, action, { dose: `${minute}`, quantity: `${minute}` }));
      return fc.tuple(fc.constant(reports), fc.shuffledSubarray(reports, { minLength: reports.length }));
    });
    fc.assert(
      fc.property(shuffles, ([reports, shuffled]) => {
        expect(settleMedication(shuffled)).toEqual(settleMedication(reports));
      }),
      { numRuns: 200 },
    );
  });
});
