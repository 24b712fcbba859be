import { describe, expect, it } from '@jest/globals';
import { settle, type OpenStay, type PersonFacts, type PlanFacts } from './settlement.rules.js';

const aPlan = (over: Partial<PlanFacts> = {}): PlanFacts => ({
  id: 'plan-1',
  anchor: 'discharge',
  protocolCode: 'discharge-default',
  departmentCode: '03.01',
  encounterId: 'stay-1',
  dischargeNumber: 1,
  leftAt: new Date('2026-03-02T10:15:00+08:00'),
  leftOn: '2026-03-02',
  status: 'active',
  endReason: null,
  withdrawal: null,
  ...over,
});
const aLaterPlan = (over: Partial<PlanFacts> = {}): PlanFacts =>
  aPlan({
    id: 'plan-2',
    encounterId: 'stay-2',
    leftAt: new Date('2026-04-02T10:15:00+08:00'),
    leftOn: '2026-04-02',
    ...over,
  });
const aStay = (over: Partial<OpenStay> = {}): OpenStay => ({
  encounterId: 'stay-2',
  lastSeenOn: '2026-03-20',
  ...over,
});
const aPerson = (over: Partial<PersonFacts>): PersonFacts => ({
  deceased: false,
  barredBy: null,
  curedAt: null,
  plans: [aPlan()],
  openStays: [],
  ...over,
});

describe('the plans of a person', () => {
  it('FU-6 run while nothing speaks against it', () => {
    expect(settle(aPerson({}))).toEqual([]);
  });

  it.each(['do-not-contact', 'consent-withdrawn'] as const)(
    'PT-9 PT-11 FU-6 end on %s, paused ones too',
    (barredBy) => {
      const ended = [{ planId: 'plan-1', status: 'ended', reason: barredBy }];
      expect(settle(aPerson({ barredBy }))).toEqual(ended);
      expect(settle(aPerson({ barredBy, openStays: [aStay()], plans: [aPlan({ status: 'paused' })] }))).toEqual(ended);
      expect(settle(aPerson({ barredBy, plans: [aPlan({ status: 'ended', endReason: 'refused' })] }))).toEqual([]);
    },
  );

  it('PT-9 PT-11 FU-6 ended by a wish stay ended when it is taken back: a person decides whom to call again', () => {
    expect(settle(aPerson({ plans: [aPlan({ status: 'ended', endReason: 'do-not-contact' })] }))).toEqual([]);
  });

  it.each([
    ['at the discharge', '2026-03-02T10:15:00+08:00', [{ planId: 'plan-1', status: 'ended', reason: 'cured' }]],
    ['before it', '2026-03-02T10:14:59+08:00', []],
  ])('PT-11 FU-6 of a person cured %s', (_when, curedAt, changes) => {
    expect(settle(aPerson({ curedAt: new Date(curedAt) }))).toEqual(changes);
  });

  it('FU-6 pause on a readmission and go on when it is cancelled', () => {
    expect(settle(aPerson({ openStays: [aStay()] }))).toEqual([
      { planId: 'plan-1', status: 'paused', pausedBy: 'stay-2' },
    ]);
    expect(settle(aPerson({ plans: [aPlan({ status: 'paused' })] }))).toEqual([{ planId: 'plan-1', status: 'active' }]);
  });

  it.each([
    ['the day before the discharge', '2026-03-01', []],
    ['on the day of the discharge', '2026-03-02', [{ planId: 'plan-1', status: 'paused', pausedBy: 'stay-2' }]],
  ])('FU-6 a stay last known %s', (_when, lastSeenOn, changes) => {
    expect(settle(aPerson({ openStays: [aStay({ lastSeenOn })] }))).toEqual(changes);
  });

  it('FU-6 are not paused by the stay they follow', () => {
    expect(settle(aPerson({ openStays: [aStay({ encounterId: 'stay-1' })] }))).toEqual([]);
  });

  const anOperation = (over: Partial<PlanFacts> = {}) =>
    aPlan({
      id: 'operation',
      anchor: 'operation',
      dischargeNumber: 0,
      leftAt: new Date('2026-02-28T09:00:00+08:00'),
      leftOn: '2026-02-28',
      ...over,
    });
  const aVisit = (over: Partial<PlanFacts> = {}) =>
    aPlan({
      id: 'visit',
      anchor: 'visit',
      encounterId: 'visit-1',
      protocolCode: 'outpatient',
      dischargeNumber: 0,
      ...over,
    });

  it('FU-3 of an operation run beside those of the discharge, while in hospital and after, in any order', () => {
    const stay = aStay({ encounterId: 'stay-1', lastSeenOn: '2026-02-28' });
    expect(settle(aPerson({ plans: [anOperation()], openStays: [stay] }))).toEqual([]);
    expect(settle(aPerson({ plans: [aPlan(), anOperation()] }))).toEqual([]);
    expect(settle(aPerson({ plans: [anOperation(), aPlan()] }))).toEqual([]);
    expect(settle(aPerson({ plans: [aPlan(), aPlan({ id: 'plan-2', dischargeNumber: 2 }), anOperation()] }))).toEqual([
      { planId: 'plan-1', status: 'ended', reason: 'readmitted' },
    ]);
  });

  it('FU-3 FU-6 of an operation are paused by a readmission and end with the next discharge', () => {
    expect(settle(aPerson({ plans: [anOperation()], openStays: [aStay()] }))).toEqual([
      { planId: 'operation', status: 'paused', pausedBy: 'stay-2' },
    ]);
    expect(settle(aPerson({ plans: [aLaterPlan(), anOperation()] }))).toEqual([
      { planId: 'operation', status: 'ended', reason: 'readmitted' },
    ]);
    const withdrawn = aLaterPlan({
      status: 'ended',
      endReason: 'discharge-cancelled',
      withdrawal: 'discharge-cancelled',
    });
    const ended = anOperation({ status: 'ended', endReason: 'readmitted' });
    expect(settle(aPerson({ plans: [withdrawn, ended] }))).toEqual([{ planId: 'operation', status: 'active' }]);
  });

  it('FU-11 of a visit wait while in hospital and go on after the discharge', () => {
    expect(settle(aPerson({ plans: [aVisit()], openStays: [aStay()] }))).toEqual([
      { planId: 'visit', status: 'paused', pausedBy: 'stay-2' },
    ]);
    expect(settle(aPerson({ plans: [aVisit({ status: 'paused' }), aLaterPlan()] }))).toEqual([
      { planId: 'visit', status: 'active' },
    ]);
  });

  it.each([
    ['of the same department by the same protocol', {}, [{ planId: 'visit', status: 'ended', reason: 'replaced' }]],
    ['of another department', { departmentCode: '03.04' }, []],
    ['by another protocol', { protocolCode: 'hypertension' }, []],
  ])('FU-11 of a visit and a later one %s', (_which, over, changes) => {
    const later = aVisit({
      id: 'later',
      encounterId: 'visit-2',
      leftAt: new Date('2026-03-09T10:00:00+08:00'),
      ...over,
    });
    expect(settle(aPerson({ plans: [aVisit(), later] }))).toEqual(changes);
    expect(settle(aPerson({ plans: [later, aVisit()] }))).toEqual(changes);
  });

  it('FU-11 of a visit come back when the later visit turns out to be none', () => {
    const replaced = aVisit({ status: 'ended', endReason: 'replaced' });
    const later = aVisit({
      id: 'later',
      encounterId: 'visit-2',
      leftAt: new Date('2026-03-09T10:00:00+08:00'),
      withdrawal: 'visit-cancelled',
    });
    expect(settle(aPerson({ plans: [replaced, later] }))).toEqual([
      { planId: 'visit', status: 'active' },
      { planId: 'later', status: 'ended', reason: 'visit-cancelled' },
    ]);
  });

  it('FU-6 FU-11 of a visit cancelled by mistake and told again go on, unless a person had ended them', () => {
    const ended = (over: Partial<PlanFacts>) => aVisit({ status: 'ended', endReason: 'visit-cancelled', ...over });
    expect(settle(aPerson({ plans: [ended({ withdrawal: 'visit-cancelled' })] }))).toEqual([]);
    expect(settle(aPerson({ plans: [ended({})] }))).toEqual([{ planId: 'visit', status: 'active' }]);
    expect(settle(aPerson({ plans: [ended({})], deceased: true }))).toEqual([]);
    expect(settle(aPerson({ plans: [ended({ endReason: 'refused' })] }))).toEqual([]);
  });

  it('FU-11 asked for at will stay whatever discharge comes, and end with the person’s wish', () => {
    const atWill = aPlan({ id: 'at-will', anchor: 'consultation', encounterId: null, dischargeNumber: 0 });
    expect(settle(aPerson({ plans: [atWill, aLaterPlan()] }))).toEqual([]);
    expect(settle(aPerson({ plans: [atWill], barredBy: 'do-not-contact' }))).toEqual([
      { planId: 'at-will', status: 'ended', reason: 'do-not-contact' },
    ]);
  });

  it('FU-6 stay paused while another readmission goes on', () => {
    const person = aPerson({
      plans: [aPlan({ status: 'paused' })],
      openStays: [aStay({ encounterId: 'stay-3' })],
    });
    expect(settle(person)).toEqual([]);
  });

  it('FU-6 end as readmitted when the next discharge comes, in whatever order the two arrive', () => {
    const ended = [{ planId: 'plan-1', status: 'ended', reason: 'readmitted' }];
    expect(settle(aPerson({ plans: [aPlan({ status: 'paused' }), aLaterPlan()] }))).toEqual(ended);
    expect(settle(aPerson({ plans: [aLaterPlan(), aPlan()] }))).toEqual(ended);
  });

  it('FU-6 end as replaced by a new discharge of the same stay, even one dated earlier', () => {
    const corrected = aPlan({ id: 'plan-2', dischargeNumber: 2, leftAt: new Date('2026-03-01T10:15:00+08:00') });
    expect(settle(aPerson({ plans: [aPlan(), corrected] }))).toEqual([
      { planId: 'plan-1', status: 'ended', reason: 'readmitted' },
    ]);
  });

  it('FU-6 one of two discharges of the same moment runs, not none', () => {
    const twin = aPlan({ id: 'plan-2', encounterId: 'stay-2' });
    expect(settle(aPerson({ plans: [aPlan(), twin] }))).toHaveLength(1);
  });

  it('FU-6 come back when the discharge that replaced them is taken back', () => {
    const replaced = aPlan({ status: 'ended', endReason: 'readmitted' });
    const withdrawn = aLaterPlan({ withdrawal: 'discharge-cancelled' });
    const cancelled = { planId: 'plan-2', status: 'ended', reason: 'discharge-cancelled' };
    expect(settle(aPerson({ plans: [replaced, withdrawn], openStays: [aStay({ lastSeenOn: '2026-04-02' })] }))).toEqual(
      [{ planId: 'plan-1', status: 'paused', pausedBy: 'stay-2' }, cancelled],
    );
    expect(settle(aPerson({ plans: [replaced, withdrawn] }))).toEqual([
      { planId: 'plan-1', status: 'active' },
      cancelled,
    ]);
  });

  it('FU-6 end as replaced also when the later plan ended as cured', () => {
    const cured = aLaterPlan({ status: 'ended', endReason: 'cured' });
    expect(settle(aPerson({ plans: [aPlan(), cured] }))).toEqual([
      { planId: 'plan-1', status: 'ended', reason: 'readmitted' },
    ]);
  });

  it('PT-11 all end with the death of the person, paused ones too', () => {
    const plans = [aPlan({ status: 'paused' }), aLaterPlan()];
    expect(settle(aPerson({ deceased: true, plans }))).toEqual([
      { planId: 'plan-1', status: 'ended', reason: 'deceased' },
      { planId: 'plan-2', status: 'ended', reason: 'deceased' },
    ]);
  });

  it.each(['deceased', 'cured', 'refused', 'discharge-cancelled'] as const)(
    'FU-6 stay ended once ended as %s, whatever comes after',
    (endReason) => {
      expect(settle(aPerson({ plans: [aPlan({ status: 'ended', endReason })] }))).toEqual([]);
    },
  );
});
