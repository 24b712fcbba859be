import { describe, expect, it } from '@jest/globals';
import { lifecycleStage, type LifecycleVisit } from './lifecycle.rules.js';

const now = new Date('2026-07-01T00:00:00Z');
const terms = { now, revisitDays: 90, churnDays: 180 };
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
