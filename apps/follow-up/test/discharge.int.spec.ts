import { EncounterDischargedV1, PlanCreatedV1, TaskOpenedV1 } from '#contracts';
import { eventually } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aDischarge, aStay, Hospital, stepsOf } from './hospital.js';

describe('a discharge', () => {
  let hospital: Hospital;

  beforeAll(async () => {
    hospital = await Hospital.open();
  });
  afterAll(() => hospital.close());
  beforeEach(() => hospital.service.clock.set('2026-03-02T12:00:00+08:00'));

  it('FU-1 FU-2 becomes a plan with four dated visits, the first open at once', async () => {
    const stay = aStay();
    await hospital.discharge(stay, { departmentCode: '03.01', departmentName: '呼吸内科专业' });
    const plan = await hospital.planOf(stay);
    expect(plan).toMatchObject({
      ...stay,
      status: 'active',
      dischargedOn: '2026-03-02',
      protocolCode: 'discharge-default',
      protocolVersion: 1,
      departmentName: '呼吸内科专业',
      remark: null,
    });
    expect(plan.tasks.map((task) => [task.step, task.status, task.opensOn, task.dueOn, task.lapsesOn])).toEqual([
      ['visit-1', 'open', '2026-03-02', '2026-03-09', '2026-03-16'],
      ['visit-2', 'planned', '2026-03-17', '2026-03-23', '2026-03-30'],
      ['visit-3', 'planned', '2026-04-07', '2026-04-13', '2026-04-20'],
      ['visit-4', 'planned', '2026-05-05', '2026-05-11', '2026-05-18'],
    ]);
    expect(plan.tasks[0]).toMatchObject({
      nameZh: '第一次回访（出院第1周）',
      nameEn: 'Visit 1 (week 1)',
      kind: 'visit',
    });
  });

  it.each([
    ['the end of January', '2026-01-31T23:59:00+08:00', '2026-01-31', '2026-04-11'],
    ['a leap day', '2024-02-29T00:00:00+08:00', '2024-02-29', '2024-05-09'],
    ["the year's end, still the old year in UTC", '2025-12-31T16:30:00Z', '2026-01-01', '2026-03-12'],
  ])('FU-2 on %s counts days of the hospital', async (_when, dischargedAt, dischargedOn, lastDueOn) => {
    const stay = aStay();
    await hospital.discharge(stay, { dischargedAt });
    const plan = await hospital.planOf(stay);
    expect(plan.dischargedOn).toBe(dischargedOn);
    expect(plan.tasks.find(({ step }) => step === 'visit-4')?.dueOn).toBe(lastDueOn);
  });

  it('FU-1 told again makes no second plan: as a duplicate, as another event, or twice at once', async () => {
    const stay = aStay();
    const event = await hospital.service.publish(EncounterDischargedV1, aDischarge(stay));
    await hospital.service.broker.publishText(event.type, JSON.stringify(event));
    await Promise.all([
      hospital.discharge(stay),
      hospital.discharge(stay, { dischargedAt: '2026-03-02T10:16:00+08:00' }),
    ]);
    await hospital.settled();
    await hospital.planOf(stay);
    expect(await hospital.parked()).toEqual([]);
    const created = await hospital.service.events(PlanCreatedV1);
    expect(created.filter(({ data }) => data.encounterId === stay.encounterId)).toHaveLength(1);
  });

  it('FU-1 replayed with the whole history makes no second plan and changes nothing', async () => {
    const stay = aStay();
    await hospital.admit(stay, '2026-02-21T09:00:00+08:00');
    await hospital.discharge(stay);
    await hospital.cancelDischarge(stay);
    await hospital.discharge(stay, { dischargeNumber: 2 });
    await hospital.settled();
    const before = await hospital.plans(stay.patientId);
    const outbox = await outboxSize(hospital);
    await hospital.service
      .api('administrator')
      .post('/ops/replay')
      .send({ stream: 'patients', fromSequence: 1, again: true })
      .expect(202);
    await hospital.settled();
    expect(await hospital.plans(stay.patientId)).toEqual(before);
    expect(await outboxSize(hospital)).toBe(outbox);
    expect(await hospital.parked()).toEqual([]);
  });

  it('FU-1 of an outpatient or of one who died makes no plan', async () => {
    const [outpatient, dead] = [aStay(), aStay()];
    await hospital.discharge(outpatient, { class: 'outpatient' });
    await hospital.discharge(dead, { deceased: true });
    await hospital.settled();
    expect(await hospital.plans(outpatient.patientId)).toEqual([]);
    expect(await hospital.plans(dead.patientId)).toEqual([]);
  });

  it('FU-1 dated in the future makes a plan for then, and says so', async () => {
    const stay = aStay();
    await hospital.discharge(stay, { dischargedAt: '2026-03-04T10:00:00+08:00' });
    const plan = await hospital.planOf(stay);
    expect(plan).toMatchObject({ remark: 'discharge-in-future', dischargedOn: '2026-03-04' });
    expect(stepsOf(plan)[0]).toBe('visit-1 planned');
  });

  it('FU-2 ten years ago makes a plan whose visits lapsed, except the next recurring one', async () => {
    const stay = aStay();
    await hospital.discharge(stay, { dischargedAt: '2016-03-02T10:00:00+08:00' });
    const plan = await hospital.planOf(stay);
    expect(plan.remark).toBe('discharge-long-past');
    expect(stepsOf(plan)).toEqual([
      'visit-1 lapsed',
      'visit-2 lapsed',
      'visit-3 lapsed',
      'visit-4 lapsed',
      'recurring-39 open',
    ]);
  });

  it('FU-1 dated beyond reason is parked for repair instead of being forgotten', async () => {
    const stay = aStay();
    await hospital.discharge(stay, { dischargedAt: '9999-12-31T00:00:00+08:00' });
    await eventually(async () => {
      const parked = hospital.service.api('administrator').get('/ops/parked-events').query({ key: stay.patientId });
      const { body } = await parked.expect(200);
      expect(body.items).toMatchObject([{ subject: 'patients.encounter.discharged.v1', reason: 'failed' }]);
    });
  });

  it('FU-1 tells the others in the order it happened', async () => {
    const stay = aStay();
    await hospital.discharge(stay);
    const plan = await hospital.planOf(stay);
    const [created] = (await hospital.service.events(PlanCreatedV1)).filter(({ data }) => data.planId === plan.id);
    const opened = (await hospital.service.events(TaskOpenedV1)).filter(({ data }) => data.planId === plan.id);
    expect(created?.partitionkey).toBe(stay.patientId);
    expect(opened.map(({ data }) => data.step)).toEqual(['visit-1']);
    expect((await hospital.plan(plan.id)).trail.map(({ what, step }) => [what, step])).toEqual([
      ['created', null],
      ['task-opened', 'visit-1'],
    ]);
  });
});

async function outboxSize(hospital: Hospital): Promise<number> {
  const [row] = await hospital.service.source.query('SELECT count(*)::int AS size FROM outbox');
  return row.size;
}
