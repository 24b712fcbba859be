import { describe, expect, it } from '@jest/globals';
import { lastSeen, lifecycleStage, nextStageAt, type LifecycleVisit } from './lifecycle.rules.js';

const now = new Date('2026-07-01T00:00:00Z');
const terms = { now, revisitDays: 90, churnDays: 180, mayChurn: true };
const daysAgo = (days: number, lessMs = 0) => new Date(now.getTime() - days * 86_400_000 + lessMs);
const aVisit = (days: number, visit: Partial<LifecycleVisit> = {}): LifecycleVisit => ({
  ...{ class: 'outpatient', status: 'finished', beganAt: daysAgo(days), dischargedAt: null },
  ...visit,
});

describe('the lifecycle stage', () => {
  it('PT-1 PT-5 of somebody who never came is lead, however old the appointments that came to nothing', () => {
    expect(lifecycleStage([], terms)).toBe('lead');
    const none = [aVisit(900, { status: 'cancelled' }), aVisit(500, { status: 'planned' })];
    expect(lifecycleStage(none, terms)).toBe('lead');
  });

  it('PT-1 changes on the very day', () => {
    const stageAt = (days: number, lessMs = 0) =>
      lifecycleStage([aVisit(400), aVisit(0, { beganAt: daysAgo(days, lessMs) })], terms);
    expect([stageAt(0), stageAt(90, 1)]).toEqual(['active', 'active']);
    expect([stageAt(90), stageAt(180, 1)]).toEqual(['revisit-due', 'revisit-due']);
    expect([stageAt(180), stageAt(400)]).toEqual(['churned', 'churned']);
    expect([stageAt(179), stageAt(181)]).toEqual(['revisit-due', 'churned']);
  });

  it('PT-5 PT-11 is never churned for whom nobody waits, however long ago the last visit is', () => {
    expect([180, 900].map((days) => lifecycleStage([aVisit(days)], { ...terms, mayChurn: false }))).toEqual([
      'revisit-due',
      'revisit-due',
    ]);
  });

  it('PT-1 changes next on the day another visit is due, then on the day of churn, then not by time alone', () => {
    expect(nextStageAt(daysAgo(0), terms)).toEqual(daysAgo(-90));
    expect(nextStageAt(daysAgo(90, 1), terms)).toEqual(daysAgo(0, 1));
    expect(nextStageAt(daysAgo(90), terms)).toEqual(daysAgo(-90));
    expect(nextStageAt(daysAgo(180), terms)).toBeNull();
  });

  it('PT-5 counts from the visit that ended last, of those that took place', () => {
    const stay = aVisit(300, { class: 'inpatient', dischargedAt: daysAgo(100) });
    const planned = aVisit(1, { status: 'planned' });
    expect(lastSeen([stay, aVisit(200), planned], now)).toEqual({ visit: stay, at: daysAgo(100), visits: 2 });
    expect(lastSeen([planned], now)).toBeUndefined();
  });

  it('PT-1 is first visit until there is a second', () => {
    expect(lifecycleStage([aVisit(3)], terms)).toBe('first-visit');
    expect(lifecycleStage([aVisit(3), aVisit(5, { status: 'cancelled' })], terms)).toBe('first-visit');
    expect(lifecycleStage([aVisit(3), aVisit(5)], terms)).toBe('active');
  });

  it('PT-1 counts a stay from its discharge, and somebody in a bed is here; an outpatient never signed out is not', () => {
    const stay = { class: 'inpatient', beganAt: daysAgo(300) } as const;
    expect(lifecycleStage([aVisit(300, { ...stay, dischargedAt: daysAgo(10) })], terms)).toBe('first-visit');
    expect(lifecycleStage([aVisit(300, { ...stay, status: 'in-progress' })], terms)).toBe('first-visit');
    expect(lifecycleStage([aVisit(300, { status: 'in-progress' })], terms)).toBe('churned');
  });
});
