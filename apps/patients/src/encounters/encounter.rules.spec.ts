import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideVisit, type EncounterEffect } from './encounter.rules.js';
import type { EncounterState, VisitReport, VisitReportKind } from './visit-details.rules.js';

const HOUR = 3_600_000;
const time = (hour: number) => new Date(Date.UTC(2026, 2, 2) + hour * HOUR);

function aReport(kind: VisitReportKind, hour: number, more: Partial<VisitReport> = {}): VisitReport {
  return { kind, at: time(hour), details: {}, ...more };
}

function tell(reports: VisitReport[], from?: EncounterState) {
  let state = from;
  const effects: EncounterEffect[] = [];
  const outcomes: string[] = [];
  for (const report of reports) {
    const decision = decideVisit(state, report);
    state = decision.next;
    effects.push(...decision.effects);
    outcomes.push(decision.outcome);
  }
  return { state: state as EncounterState, effects, outcomes };
}

describe('a stay', () => {
  it('FU-1 begins with A01 and ends with A03', () => {
    const { state, effects } = tell([aReport('admitted', 1), aReport('transferred', 2), aReport('discharged', 3)]);
    expect(effects).toEqual(['admitted', 'discharged']);
    expect(state).toMatchObject({ status: 'finished', class: 'inpatient', dischargeNumber: 1, dischargedAt: time(3) });
    expect(state.admittedAt).toEqual(time(1));
  });

  it('FU-1 is discharged once, however often the discharge is told', () => {
    const { state, effects, outcomes } = tell([
      aReport('admitted', 1),
      aReport('discharged', 3),
      aReport('discharged', 3),
      aReport('discharged', 4),
    ]);
    expect(effects).toEqual(['admitted', 'discharged']);
    expect(outcomes).toEqual(['applied', 'applied', 'unchanged', 'unchanged']);
    expect(state.dischargeNumber).toBe(1);
  });

  it('FU-1 nobody announced is discharged all the same', () => {
    const { state, effects } = tell([aReport('discharged', 3, { dischargedAt: time(2) })]);
    expect(effects).toEqual(['discharged']);
    expect(state).toMatchObject({ status: 'finished', admittedAt: null, dischargedAt: time(2) });
  });

  it('FU-1 late news of the admission fills in its time and changes nothing else', () => {
    const late = aReport('admitted', 1, { details: { admittedAt: time(0), departmentCode: '02' } });
    const { state, effects } = tell([aReport('discharged', 3, { details: { departmentCode: '03.01' } }), late]);
    expect(effects).toEqual(['discharged']);
    expect(state).toMatchObject({ status: 'finished', admittedAt: time(0), departmentCode: '03.01' });
  });

  it('FU-6 begins anew when its number is used again after the discharge', () => {
    const readmission = aReport('admitted', 30, { details: { admittedAt: time(29) } });
    const { state, effects } = tell([
      aReport('admitted', 1),
      aReport('discharged', 3),
      readmission,
      aReport('discharged', 50),
    ]);
    expect(effects).toEqual(['admitted', 'discharged', 'admitted', 'discharged']);
    expect(state).toMatchObject({ dischargeNumber: 2, admittedAt: time(29), dischargedAt: time(50) });
  });

  it('FU-6 does not begin anew because an admission is told again after the discharge', () => {
    const again = aReport('admitted', 30, {
      details: { admittedAt: time(1), diagnoses: [{ code: 'R05', type: 'A' }] },
    });
    const { state, effects, outcomes } = tell([
      aReport('admitted', 1),
      aReport('discharged', 3, { details: { diagnoses: [{ code: 'J18.9', type: 'F' }] } }),
      again,
    ]);
    expect(effects).toEqual(['admitted', 'discharged']);
    expect(outcomes.at(-1)).toBe('finished');
    expect(state.diagnoses).toEqual([{ code: 'J18.9', type: 'F' }]);
  });
});

describe('a discharge that is taken back (A13)', () => {
  it('FU-1 lets the stay go on, and the next discharge is its second', () => {
    const { state, effects } = tell([
      aReport('admitted', 1),
      aReport('discharged', 3),
      aReport('discharge-cancelled', 4),
      aReport('discharge-cancelled', 4),
      aReport('discharged', 9),
    ]);
    expect(effects).toEqual(['admitted', 'discharged', 'discharge-cancelled', 'discharged']);
    expect(state).toMatchObject({ status: 'finished', dischargeNumber: 2, dischargedAt: time(9) });
  });

  it('FU-1 in the same minute is taken as it comes', () => {
    const reports = [aReport('discharged', 3), aReport('discharge-cancelled', 3), aReport('discharged', 3)];
    expect(tell(reports).effects).toEqual(['discharged', 'discharge-cancelled', 'discharged']);
  });

  it('FU-1 is not undone by the old discharge when that arrives later', () => {
    const { state, effects, outcomes } = tell([
      aReport('admitted', 1),
      aReport('discharge-cancelled', 4),
      aReport('discharged', 3),
    ]);
    expect(effects).toEqual(['admitted']);
    expect(outcomes.at(-1)).toBe('outdated');
    expect(state.status).toBe('in-progress');
  });

  it('FU-1 that comes after the next discharge is too late', () => {
    const { state, effects } = tell([
      aReport('discharged', 3),
      aReport('discharged', 9),
      aReport('discharge-cancelled', 4),
    ]);
    expect(effects).toEqual(['discharged']);
    expect(state.status).toBe('finished');
  });

  it('FU-1 of a stay nobody heard of tells that it is going on', () => {
    expect(tell([aReport('discharge-cancelled', 4)])).toMatchObject({
      effects: ['admitted'],
      state: { status: 'in-progress' },
    });
  });
});

describe('a visit that is cancelled (A11)', () => {
  it('FU-1 is cancelled once, also after its discharge', () => {
    const reports = [
      aReport('admitted', 1),
      aReport('discharged', 3),
      aReport('cancelled', 4),
      aReport('cancelled', 5),
    ];
    const { state, effects } = tell(reports);
    expect(effects).toEqual(['admitted', 'discharged', 'cancelled']);
    expect(state.status).toBe('cancelled');
  });

  it('FU-1 before it was heard of stays cancelled when its admission arrives late', () => {
    const { state, effects, outcomes } = tell([
      aReport('cancelled', 4),
      aReport('admitted', 1),
      aReport('discharged', 3),
    ]);
    expect(effects).toEqual([]);
    expect(outcomes).toEqual(['applied', 'outdated', 'outdated']);
    expect(state.status).toBe('cancelled');
  });

  it('FU-1 stands when the patient comes again under the same number', () => {
    const reports = [aReport('admitted', 1), aReport('cancelled', 2), aReport('admitted', 5)];
    expect(tell(reports)).toMatchObject({
      effects: ['admitted', 'cancelled', 'admitted'],
      state: { status: 'in-progress' },
    });
  });

  it('FU-1 by a report older than the discharge was cancelled before it took place after all', () => {
    const { effects, outcomes } = tell([aReport('discharged', 9), aReport('cancelled', 4)]);
    expect(effects).toEqual(['discharged']);
    expect(outcomes.at(-1)).toBe('outdated');
  });
});

describe('a visit', () => {
  it('PT-2 that is registered (A04) begins as outpatient and may become a stay', () => {
    const admitted = aReport('admitted', 2, { details: { class: 'inpatient' } });
    expect(tell([aReport('registered', 1)]).state.class).toBe('outpatient');
    expect(tell([aReport('registered', 1), aReport('registered', 1), admitted, admitted])).toMatchObject({
      effects: ['registered', 'admitted'],
      state: { class: 'inpatient' },
    });
  });

  it('PT-2 that is announced (A05) begins when the patient comes', () => {
    expect(tell([aReport('preadmitted', 1)])).toMatchObject({
      effects: [],
      state: { status: 'planned', class: 'planned' },
    });
    expect(tell([aReport('preadmitted', 1), aReport('admitted', 2)])).toMatchObject({
      effects: ['admitted'],
      state: { status: 'in-progress', class: 'inpatient' },
    });
  });

  it('PT-2 heard of by a transfer (A02) first is under way', () => {
    const { state, effects } = tell([aReport('transferred', 2), aReport('admitted', 1)]);
    expect(effects).toEqual(['admitted']);
    expect(state.admittedAt).toEqual(time(1));
  });

  it('PT-2 keeps its newest department, whatever order the reports come in', () => {
    const newer = aReport('transferred', 5, { details: { departmentCode: '04' } });
    const older = aReport('transferred', 3, { details: { departmentCode: '03.01', ward: '3W' } });
    expect(tell([aReport('admitted', 1), newer, older]).state).toMatchObject({ departmentCode: '04', ward: '3W' });
  });
});

const KINDS: VisitReportKind[] = [
  'admitted',
  'registered',
  'preadmitted',
  'transferred',
  'discharged',
  'cancelled',
  'discharge-cancelled',
];

describe('reports in any number and order', () => {
  it('FU-1 give every discharge a number of its own, and none is announced twice in a row', () => {
    const report = fc.record({ kind: fc.constantFrom(...KINDS), hour: fc.integer({ min: 0, max: 9 }) });
    fc.assert(
      fc.property(fc.array(report, { maxLength: 20 }), (reports) => {
        const { state, effects } = tell(reports.map(({ kind, hour }) => aReport(kind, hour)));
        const discharges = effects.filter((effect) => effect === 'discharged').length;
        expect(state?.dischargeNumber ?? 0).toBe(discharges);
        const ends = effects.filter((effect) => ['discharged', 'discharge-cancelled', 'cancelled'].includes(effect));
        for (const [index, effect] of ends.entries()) {
          if (effect === 'discharge-cancelled') expect(ends[index - 1]).toBe('discharged');
        }
      }),
    );
  });

  it('FU-1 told a second time from the start change nothing', () => {
    const hours = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 12 });
    fc.assert(
      fc.property(hours, fc.array(fc.constantFrom(...KINDS), { minLength: 12, maxLength: 12 }), (at, kinds) => {
        const reports = at.toSorted((a, b) => a - b).map((hour, index) => aReport(kinds[index] ?? 'admitted', hour));
        const first = tell(reports);
        const second = tell(reports, first.state);
        expect(second.effects).toEqual([]);
        expect(second.state?.status).toBe(first.state?.status);
      }),
    );
  });
});
