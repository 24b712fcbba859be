import { PlanEndedV1, PlanPausedV1, PlanResumedV1, TaskCancelledV1, TaskOpenedV1 } from '#contracts';
import { transact } from '#platform';
import { eventually } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { occasionAt } from '../src/calendar/occasion.js';
import { DischargesService } from '../src/plans/discharges.service.js';
import { aDischarge, aStay, Hospital, stepsOf, type Stay } from './hospital.js';

describe('a readmission', () => {
  let hospital: Hospital;
  let first: Stay;
  let second: Stay;

  beforeAll(async () => {
    hospital = await Hospital.open();
  });
  afterAll(() => hospital.close());
  beforeEach(async () => {
    await hospital.service.clock.set('2026-03-02T12:00:00+08:00');
    first = aStay();
    second = aStay(first.patientId);
  });

  const readmitted = async () => {
    await hospital.discharge(first);
    await hospital.admit(second, '2026-03-10T09:00:00+08:00');
    await hospital.settled();
  };
  const careTasks = async (stay: Stay) =>
    (await hospital.tasks({ patientId: stay.patientId })).filter(
      ({ kind, encounterId }) => kind === 'in-hospital-care' && encounterId === stay.encounterId,
    );
  const reasonsTold = async (planId: string) =>
    (await hospital.service.events(PlanEndedV1))
      .filter(({ data }) => data.planId === planId)
      .map(({ data }) => data.reason);

  it('FU-1 an admission opens in-hospital care, which the discharge closes', async () => {
    await hospital.admit(first, '2026-02-21T09:00:00+08:00');
    await hospital.settled();
    expect(await careTasks(first)).toMatchObject([{ status: 'open', planId: null, nameZh: '住院关怀', dueOn: null }]);
    await hospital.discharge(first);
    await hospital.settled();
    expect(await careTasks(first)).toMatchObject([{ status: 'cancelled', closeReason: 'discharged' }]);
    const ofStay = ({ data }: { data: { encounterId?: string } }) => data.encounterId === first.encounterId;
    expect((await hospital.service.events(TaskOpenedV1)).filter(ofStay)[0]?.data).not.toHaveProperty('planId');
    expect((await hospital.service.events(TaskCancelledV1)).filter(ofStay)).toHaveLength(1);
  });

  it('FU-6 pauses the plan: its visits neither open nor lapse nor can be done', async () => {
    await readmitted();
    const paused = await hospital.planOf(first);
    expect(paused.status).toBe('paused');
    expect(stepsOf(paused)[0]).toBe('visit-1 planned');
    await hospital.complete(paused.tasks[0]!).expect(409);
    // A plan of somebody else shows that the calendar has passed over this one.
    const other = aStay();
    await hospital.discharge(other);
    await hospital.planOf(other);
    await hospital.service.clock.set('2026-03-17T00:00:00+08:00');
    await eventually(async () => expect(stepsOf(await hospital.planOf(other))[1]).toBe('visit-2 open'));
    expect(stepsOf(await hospital.planOf(first)).every((step) => step.endsWith('planned'))).toBe(true);
    expect((await hospital.service.events(PlanPausedV1)).map(({ data }) => data.planId)).toContain(paused.id);
  });

  it('FU-6 ends with a discharge that replaces the paused plan by a new one', async () => {
    await readmitted();
    await hospital.discharge(second, { dischargedAt: '2026-03-20T10:00:00+08:00' });
    const plan = await hospital.planOf(second);
    expect(plan).toMatchObject({ status: 'active', dischargedOn: '2026-03-20' });
    const replaced = await hospital.planOf(first);
    expect(replaced).toMatchObject({ status: 'ended', endReason: 'readmitted' });
    expect(replaced.tasks.map(({ status, closeReason }) => [status, closeReason])).toEqual(
      Array(4).fill(['cancelled', 'readmitted']),
    );
    expect(await reasonsTold(replaced.id)).toEqual(['readmitted']);
  });

  it('FU-6 cancelled (A11) lets the plan go on, with what opened or lapsed meanwhile', async () => {
    await readmitted();
    await hospital.service.clock.set('2026-03-18T12:00:00+08:00');
    await hospital.cancelVisit(second);
    await hospital.settled();
    await eventually(async () => {
      const plan = await hospital.planOf(first);
      expect(plan.status).toBe('active');
      expect(stepsOf(plan)).toEqual(['visit-1 lapsed', 'visit-2 open', 'visit-3 planned', 'visit-4 planned']);
    });
    expect(await careTasks(second)).toMatchObject([{ status: 'cancelled', closeReason: 'visit-cancelled' }]);
    const plan = await hospital.planOf(first);
    expect((await hospital.service.events(PlanResumedV1)).map(({ data }) => data.planId)).toContain(plan.id);
    const trail = (await hospital.plan(plan.id)).trail.map(({ what }) => what);
    expect(trail.slice(0, 4)).toEqual(['created', 'task-opened', 'paused', 'resumed']);
  });

  it('FU-6 still going on when a late discharge arrives pauses that plan from its start', async () => {
    await hospital.admit(second, '2026-03-10T09:00:00+08:00');
    await hospital.discharge(first);
    const plan = await hospital.planOf(first);
    expect(plan.status).toBe('paused');
    expect(stepsOf(plan)[0]).toBe('visit-1 planned');
  });

  it('FU-6 discharge of an older stay arriving late does not replace the newer plan', async () => {
    await hospital.discharge(second, { dischargedAt: '2026-03-01T10:00:00+08:00' });
    await hospital.discharge(first, { dischargedAt: '2026-01-05T10:00:00+08:00' });
    expect(await hospital.planOf(first)).toMatchObject({ status: 'ended', endReason: 'readmitted' });
    expect(await hospital.planOf(second)).toMatchObject({ status: 'active' });
  });

  it('FU-6 A13 ends the plan with the visits not yet done, and the next A03 makes a new one', async () => {
    await hospital.discharge(first);
    const plan = await hospital.planOf(first);
    await hospital.complete(plan.tasks[0]!).expect(200);
    await hospital.cancelDischarge(first);
    await hospital.settled();
    const ended = await hospital.plan(plan.id);
    expect(ended).toMatchObject({ status: 'ended', endReason: 'discharge-cancelled' });
    expect(ended.tasks.map(({ status }) => status)).toEqual(['done', 'cancelled', 'cancelled', 'cancelled']);
    expect(await careTasks(first)).toMatchObject([{ status: 'open' }]);
    await hospital.discharge(first, { dischargeNumber: 2, dischargedAt: '2026-03-05T10:00:00+08:00' });
    await hospital.settled();
    expect(
      (await hospital.plans(first.patientId)).map(({ dischargeNumber, status }) => [dischargeNumber, status]),
    ).toEqual([
      [2, 'active'],
      [1, 'ended'],
    ]);
  });

  it('FU-6 A13 of the readmission gives back the plan it replaced, paused, and A11 lets it run', async () => {
    await readmitted();
    await hospital.discharge(second, { dischargedAt: '2026-03-20T10:00:00+08:00' });
    await hospital.cancelDischarge(second);
    await hospital.settled();
    expect(await hospital.planOf(first)).toMatchObject({ status: 'paused', endReason: null });
    await hospital.cancelVisit(second);
    await hospital.settled();
    await eventually(async () => {
      const plan = await hospital.planOf(first);
      expect(plan.status).toBe('active');
      expect(stepsOf(plan)[0]).toBe('visit-1 open');
    });
  });

  it('FU-6 A11 of a discharged stay ends its plan as never having been', async () => {
    await hospital.discharge(first);
    await hospital.cancelVisit(first);
    await hospital.settled();
    expect(await hospital.planOf(first)).toMatchObject({ status: 'ended', endReason: 'visit-cancelled' });
  });

  it('FU-6 A11 by mistake: the discharge told again, under its number or the next, is followed up; one of before is not', async () => {
    const { service } = hospital;
    await hospital.operate(first, '2026-03-01T10:00:00+08:00');
    await hospital.discharge(first);
    await hospital.cancelVisit(first);
    await hospital.settled();
    const standings = async () =>
      (await hospital.plans(first.patientId)).map(({ anchor, dischargeNumber, status, endReason }) =>
        [anchor, dischargeNumber, status, endReason ?? 'none'].join(' '),
      );
    const ofNobody = ['discharge 1 ended visit-cancelled', 'operation 0 ended visit-cancelled'];
    expect((await standings()).sort()).toEqual(ofNobody);
    const now = service.clock.now();
    await transact(service.source, (tx) =>
      service.app
        .get(DischargesService)
        .discharge(tx, aDischarge(first), new Date(now.getTime() - 1), occasionAt(now, 'Asia/Shanghai')),
    );
    expect((await standings()).sort()).toEqual(ofNobody);
    await hospital.discharge(first);
    await hospital.settled();
    expect((await standings()).sort()).toEqual(['discharge 1 active none', 'operation 0 active none']);
    const [stay] = await service.source.query('SELECT status FROM stay WHERE encounter_id = $1', [first.encounterId]);
    expect(stay).toEqual({ status: 'discharged' });
    await hospital.cancelVisit(first);
    await hospital.discharge(first, { dischargeNumber: 2 });
    await hospital.settled();
    expect((await standings()).sort()).toEqual([
      'discharge 1 ended visit-cancelled',
      'discharge 2 active none',
      'operation 0 active none',
    ]);
  });

  it('PT-3 under another id of the person pauses too, whichever comes first, the merge or the admission', async () => {
    const other = aStay();
    await hospital.discharge(first);
    await hospital.admit(other, '2026-03-10T09:00:00+08:00');
    await hospital.merge(other.patientId, first.patientId);
    await hospital.settled();
    expect((await hospital.planOf(first)).status).toBe('paused');

    const [discharged, admitted] = [aStay(), aStay()];
    await hospital.discharge(discharged);
    await hospital.merge(admitted.patientId, discharged.patientId);
    await hospital.settled();
    await hospital.admit(admitted, '2026-03-10T09:00:00+08:00');
    await hospital.settled();
    expect((await hospital.planOf(discharged)).status).toBe('paused');
  });
});
