import { TaskLapsedV1, TaskOpenedV1 } from '#contracts';
import { eventually, type TestService } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PlanDetail } from '../src/plans/plans.dto.js';
import { aStay, Hospital, stepsOf } from './hospital.js';

describe('the calendar', () => {
  let hospital: Hospital;
  let second: TestService;

  beforeAll(async () => {
    hospital = await Hospital.open();
    second = await hospital.replica();
  });
  afterAll(async () => {
    await second.stop();
    await hospital.close();
  });
  beforeEach(() => hospital.service.clock.set('2026-03-02T12:00:00+08:00'));

  const aPlan = async () => {
    const stay = aStay();
    await hospital.discharge(stay);
    return hospital.planOf(stay);
  };
  const eventuallyPlan = (id: string, check: (plan: PlanDetail) => void) =>
    eventually(async () => check(await hospital.plan(id)));
  const stepsTold = async (type: typeof TaskOpenedV1 | typeof TaskLapsedV1, planId: string) =>
    (await hospital.service.events(type)).filter(({ data }) => data.planId === planId).map(({ data }) => data.step);

  it('FU-2 opens a visit at midnight of its first day in the hospital, not before', async () => {
    const { id } = await aPlan();
    await hospital.service.clock.set('2026-03-16T23:58:00+08:00');
    const early = await aPlan();
    expect(stepsOf(await hospital.plan(id))[1]).toBe('visit-2 planned');
    await hospital.service.clock.set('2026-03-17T00:00:00+08:00');
    await eventuallyPlan(id, (plan) => expect(stepsOf(plan)[1]).toBe('visit-2 open'));
    expect(await stepsTold(TaskOpenedV1, id)).toEqual(['visit-1', 'visit-2']);
    expect(early.id).not.toBe(id);
  });

  it('FU-2 lets a visit lapse when its last day has ended, and tells it once with two processes running', async () => {
    const { id } = await aPlan();
    await hospital.service.clock.set('2026-03-16T12:00:00+08:00');
    expect(stepsOf(await hospital.plan(id))[0]).toBe('visit-1 open');
    await hospital.service.clock.set('2026-03-17T00:00:01+08:00');
    await eventuallyPlan(id, (plan) => expect(stepsOf(plan).slice(0, 2)).toEqual(['visit-1 lapsed', 'visit-2 open']));
    expect(await stepsTold(TaskLapsedV1, id)).toEqual(['visit-1']);
  });

  it('FU-2 makes the first recurring visit when visit 4 lapses, once, and the second when the first lapses', async () => {
    const { id } = await aPlan();
    await hospital.service.clock.set('2026-05-19T08:00:00+08:00');
    await eventuallyPlan(id, (plan) =>
      expect(stepsOf(plan).slice(3)).toEqual(['visit-4 lapsed', 'recurring-1 planned']),
    );
    await hospital.service.clock.set('2026-08-04T00:00:00+08:00');
    await eventuallyPlan(id, (plan) => expect(stepsOf(plan).at(-1)).toBe('recurring-1 open'));
    await hospital.service.clock.set('2026-09-11T00:00:00+08:00');
    await eventuallyPlan(id, (plan) =>
      expect(plan.tasks.slice(4).map(({ step, status, dueOn }) => [step, status, dueOn])).toEqual([
        ['recurring-1', 'lapsed', '2026-08-11'],
        ['recurring-2', 'planned', '2026-11-11'],
      ]),
    );
  });

  it('FU-2 makes the next recurring visit when the last one is done, from the anchor however late it was', async () => {
    const { id } = await aPlan();
    await hospital.service.clock.set('2026-05-18T20:00:00+08:00');
    await eventuallyPlan(id, (plan) => expect(stepsOf(plan)[3]).toBe('visit-4 open'));
    const visit4 = (await hospital.plan(id)).tasks[3]!;
    await hospital.complete(visit4).expect(200);
    expect((await hospital.plan(id)).tasks.at(-1)).toMatchObject({ step: 'recurring-1', dueOn: '2026-08-11' });
    await hospital.service.clock.set('2026-09-10T20:00:00+08:00');
    await eventuallyPlan(id, (plan) => expect(stepsOf(plan).at(-1)).toBe('recurring-1 open'));
    await hospital.complete((await hospital.plan(id)).tasks.at(-1)!).expect(200);
    expect((await hospital.plan(id)).tasks.at(-1)).toMatchObject({ step: 'recurring-2', dueOn: '2026-11-11' });
  });

  it('FU-2 after a long standstill lapses what was missed and goes on with the visit that is due now', async () => {
    const { id } = await aPlan();
    await hospital.service.clock.set('2027-08-10T08:00:00+08:00');
    await eventuallyPlan(id, (plan) => {
      expect(
        stepsOf(plan)
          .slice(0, 4)
          .every((step) => step.endsWith('lapsed')),
      ).toBe(true);
      expect(plan.tasks.slice(4).map(({ step, status }) => [step, status])).toEqual([['recurring-5', 'open']]);
    });
  });
});
