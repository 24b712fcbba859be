import { PlanEndedV1, TaskCompletedV1 } from '#contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aStay, Hospital } from './hospital.js';

describe('POSTs of follow-up with an Idempotency-Key', () => {
  let hospital: Hospital;
  beforeAll(async () => {
    hospital = await Hospital.open();
  });
  afterAll(() => hospital.close());
  beforeEach(() => hospital.service.clock.set('2026-03-02T12:00:00+08:00'));

  const aPlan = async () => {
    const stay = aStay();
    await hospital.discharge(stay);
    return hospital.planOf(stay);
  };

  it('FU-7, decision 9: a task completed twice at once is completed once, and both are told so', async () => {
    const task = (await aPlan()).tasks[0]!;
    const complete = (outcome = 'reached') => hospital.complete(task, { outcome }).set('idempotency-key', task.id);
    const answers = await Promise.all([complete(), complete()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers[1]?.text).toBe(answers[0]?.text);
    expect(answers.map(({ headers }) => headers['etag'])).toEqual(['"2"', '"2"']);
    const told = (await hospital.service.events(TaskCompletedV1)).filter(({ data }) => data.taskId === task.id);
    expect(told).toHaveLength(1);
    expect((await complete('refused').expect(422)).body).toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('FU-6, decision 9: a plan ended again with the same key gets the same answer, trail and all', async () => {
    const plan = await aPlan();
    const end = () =>
      hospital
        .nurse()
        .post(`/follow-up/plans/${plan.id}/end`)
        .set('if-match', `"${plan.version}"`)
        .set('idempotency-key', plan.id)
        .send({ reason: 'refused', note: '家属拒绝' });
    const first = await end().expect(200);
    const again = await end().expect(200);
    expect(again.text).toBe(first.text);
    expect(again.headers['etag']).toBe(first.headers['etag']);
    const told = (await hospital.service.events(PlanEndedV1)).filter(({ data }) => data.planId === plan.id);
    expect(told).toHaveLength(1);
  });
});
