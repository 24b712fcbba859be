import { FollowUpNotificationRequestedV1, PlanEndedV1, TaskCompletedV1, type Role } from '#contracts';
import { newId } from '#platform';
import { TEST_ACCOUNT } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aStay, Hospital } from './hospital.js';

describe('the follow-up API', () => {
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
  const end = (plan: { id: string; version: number }, body: object) =>
    hospital.nurse().post(`/follow-up/plans/${plan.id}/end`).set('if-match', `"${plan.version}"`).send(body);

  it('FU-7 records who completed a task, when and with what outcome, once', async () => {
    const plan = await aPlan();
    const task = plan.tasks[0]!;
    const { body, headers } = await hospital.complete(task, { outcome: 'reached', note: '恢复良好' }).expect(200);
    expect(body).toMatchObject({ status: 'done', outcome: 'reached', note: '恢复良好', completedBy: TEST_ACCOUNT });
    expect(Math.abs(Date.parse(body.completedAt) - hospital.service.clock.now().getTime())).toBeLessThan(10_000);
    expect(headers['etag']).toBe('"2"');
    const again = await hospital.complete(body).expect(409);
    expect(again.body).toMatchObject({ code: 'task-not-open', status: 409, taskStatus: 'done', allowed: [] });
    const told = (await hospital.service.events(TaskCompletedV1)).filter(({ data }) => data.taskId === task.id);
    expect(told).toMatchObject([{ actorid: TEST_ACCOUNT, data: { step: 'visit-1', outcome: 'reached' } }]);
    const { trail } = await hospital.plan(plan.id);
    expect(trail.at(-1)).toMatchObject({ what: 'task-completed', actorId: TEST_ACCOUNT, actorName: '测试员' });
  });

  it('FU-7 of two nurses completing a task at the same moment one wins and the other is told', async () => {
    const task = (await aPlan()).tasks[0]!;
    const answers = await Promise.all([hospital.complete(task), hospital.complete(task)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await hospital.service.events(TaskCompletedV1)).filter(({ data }) => data.taskId === task.id)).toHaveLength(
      1,
    );
  });

  it('FU-2 does not let a visit be done before its window, and says what is possible', async () => {
    const task = (await aPlan()).tasks[1]!;
    const { body } = await hospital.complete(task).expect(409);
    expect(body).toMatchObject({
      code: 'task-not-open',
      status: 409,
      taskStatus: 'planned',
      allowed: ['open', 'lapsed', 'cancelled'],
    });
  });

  it('FU-6 ends a plan early for a stated reason, and its open tasks with it', async () => {
    const plan = await aPlan();
    const { body, headers } = await end(plan, { reason: 'refused', note: '家属拒绝' }).expect(200);
    expect(body).toMatchObject({ status: 'ended', endReason: 'refused', endNote: '家属拒绝' });
    expect(body.tasks.map((task: { status: string; closeReason: string }) => [task.status, task.closeReason])).toEqual(
      Array(4).fill(['cancelled', 'refused']),
    );
    expect(body.trail.at(-1)).toMatchObject({ what: 'ended', reason: 'refused', actorId: TEST_ACCOUNT });
    expect(headers['etag']).toBe('"2"');
    const again = await end(body, { reason: 'cured' }).expect(409);
    expect(again.body).toMatchObject({ code: 'plan-ended', endReason: 'refused' });
    const told = (await hospital.service.events(PlanEndedV1)).filter(({ data }) => data.planId === plan.id);
    expect(told.map(({ data }) => data.reason)).toEqual(['refused']);
    const asked = (await hospital.service.events(FollowUpNotificationRequestedV1)).map(({ data }) => data);
    expect(asked.filter(({ subjectId }) => subjectId === plan.id)).toMatchObject([
      { purpose: 'follow-up.plan-refused', to: [{ role: 'centre-manager' }] },
    ]);
  });

  it('FU-6 a plan ended and a task completed at the same moment never leave an open task behind', async () => {
    const plan = await aPlan();
    const [ended, completed] = await Promise.all([end(plan, { reason: 'cured' }), hospital.complete(plan.tasks[0]!)]);
    expect(ended.status).toBe(200);
    expect([200, 409]).toContain(completed.status);
    const { tasks } = await hospital.plan(plan.id);
    expect(tasks.filter(({ status }) => status === 'open' || status === 'planned')).toEqual([]);
  });

  it('asks for the version that was read, and refuses another', async () => {
    const plan = await aPlan();
    const task = plan.tasks[0]!;
    await hospital.nurse().post(`/follow-up/tasks/${task.id}/complete`).send({ outcome: 'reached' }).expect(428);
    await hospital.nurse().post(`/follow-up/plans/${plan.id}/end`).send({ reason: 'cured' }).expect(428);
    await hospital.complete({ ...task, version: 7 }).expect(412);
    await end({ ...plan, version: 7 }, { reason: 'cured' }).expect(412);
  });

  it('FU-5 shows the protocol as data', async () => {
    const { body } = await hospital.nurse().get('/follow-up/protocols').expect(200);
    expect(body.items).toContainEqual(
      expect.objectContaining({ code: 'discharge-default', version: 1, status: 'published' }),
    );
    const { body: version } = await hospital
      .nurse()
      .get('/follow-up/protocols/discharge-default/versions/1')
      .expect(200);
    expect(version.definition.recurrence).toMatchObject({ anchorDays: 70, everyMonths: 3, opensBeforeDays: 7 });
    expect(version.definition.steps).toHaveLength(4);
    await hospital.nurse().get('/follow-up/protocols/discharge-default/versions/99').expect(404);
  });

  it('FU-5 a running plan keeps its protocol version when a new one comes', async () => {
    const before = await aPlan();
    const { source } = hospital.service;
    await source.query(
      `INSERT INTO protocol SELECT code, 3, name_zh, name_en, status,
              jsonb_set(jsonb_set(definition, '{steps}', '[]'), '{recurrence,everyMonths}', '1') FROM protocol WHERE code = 'discharge-default' AND version = 1`,
    );
    const after = await aPlan();
    expect(after).toMatchObject({ protocolVersion: 3, tasks: [{ step: 'recurring-1', dueOn: '2026-06-11' }] });
    await source.query('UPDATE protocol SET status = $1 WHERE version = 3', ['retired']);
    await hospital.service.clock.set('2026-05-18T12:00:00+08:00');
    const visit4 = await hospital.opened(before.id, 'visit-4');
    await hospital.complete(visit4).expect(200);
    expect((await hospital.plan(before.id)).tasks.at(-1)).toMatchObject({ step: 'recurring-1', dueOn: '2026-08-11' });
  });

  it('pages through plans and tasks without losing or repeating one', async () => {
    const stays = Array.from({ length: 5 }, () => aStay());
    for (const stay of stays) await hospital.discharge(stay);
    for (const stay of stays) await hospital.planOf(stay);
    for (const path of ['/follow-up/plans', `/follow-up/tasks?filter=status eq 'planned'&sort=-opensOn,step`]) {
      const seen: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const query = cursor === undefined ? { limit: 3 } : { limit: 3, cursor };
        const { body } = await hospital.nurse().get(path).query(query).expect(200);
        seen.push(...body.items.map(({ id }: { id: string }) => id));
        cursor = body.nextCursor;
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBeGreaterThanOrEqual(5);
    }
  });

  it('ADR 46: lists tasks by status and by due date', async () => {
    const { patientId, tasks } = await aPlan();
    expect(await hospital.tasks({ patientId, filter: `status eq 'open'` })).toMatchObject([{ id: tasks[0]!.id }]);
    expect(await hospital.tasks({ patientId, filter: `dueOn lt '2026-03-09'` })).toEqual([]);
    expect(await hospital.tasks({ patientId, filter: `dueOn lt '2026-03-24'` })).toHaveLength(2);
  });

  const cursor = (...position: string[]) => Buffer.from(JSON.stringify(position)).toString('base64url');
  it.each([
    '/follow-up/plans?patientId=1',
    `/follow-up/plans?filter=status eq 'asleep'`,
    '/follow-up/plans?status=active',
    `/follow-up/plans?filter=endNote eq 'x'`,
    '/follow-up/tasks?sort=note',
    '/follow-up/plans?limit=0',
    '/follow-up/plans?cursor=%00',
    `/follow-up/plans?cursor=${cursor('2026-02-30', 'x')}`,
    `/follow-up/tasks?cursor=${cursor('2026-02-30', '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c05')}`,
    `/follow-up/plans?cursor=${cursor('+275760-09-13T00:00:00.000Z', '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c05')}`,
    `/follow-up/plans?cursor=${cursor('2026-02-30T00:00:00.000Z', '0198f6a2-5c1e-7c3a-9a51-3f2f0f6f9c05')}`,
    `/follow-up/tasks?filter=dueOn lt '2026-02-30'`,
    '/follow-up/tasks?dueOn=2026-02-01',
    '/follow-up/tasks/1',
    '/follow-up/protocols/discharge-default/versions/99999999999',
    '/follow-up/protocols/discharge-default/versions/one',
  ])('answers %s with 400', async (path) => {
    await hospital.nurse().get(path).expect(400);
  });

  it.each([
    {},
    { outcome: 'busy' },
    { outcome: 'reached', note: '' },
    { outcome: 'reached', completedBy: 'me' },
    { outcome: 'reached', note: 'a\u0000b' },
  ])('refuses to complete a task with %j', async (body) => {
    await hospital.complete((await aPlan()).tasks[0]!, body).expect(400);
  });

  it.each([{ reason: 'readmitted' }, { reason: 'other' }, { reason: 'other', note: '' }, { reason: 'cured', note: 7 }])(
    'FU-6 refuses to end a plan with %j',
    async (body) => {
      await end(await aPlan(), body).expect(400);
    },
  );

  it('knows no plan and no task that is not there', async () => {
    await hospital.nurse().get(`/follow-up/plans/${newId()}`).expect(404);
    await hospital.nurse().get(`/follow-up/tasks/${newId()}`).expect(404);
    await end({ id: newId(), version: 1 }, { reason: 'cured' }).expect(404);
  });

  it.each<[Role, number, number]>([
    ['follow-up-nurse', 200, 404],
    ['centre-manager', 200, 404],
    ['administrator', 200, 404],
    ['duty-doctor', 200, 403],
    ['department-director', 200, 403],
    ['agent', 403, 403],
    ['integrator', 403, 403],
  ])('lets a %s read with %d and write with %d', async (role, read, write) => {
    const api = hospital.service.api(role);
    for (const path of ['plans', 'tasks', 'protocols']) await api.get(`/follow-up/${path}`).expect(read);
    const complete = api.post(`/follow-up/tasks/${newId()}/complete`).set('if-match', '"1"');
    await complete.send({ outcome: 'reached' }).expect(write);
    await api.post(`/follow-up/plans/${newId()}/end`).set('if-match', '"1"').send({ reason: 'cured' }).expect(write);
  });

  it('lets nobody in without a token', async () => {
    await hospital.service.anonymous().get('/follow-up/plans').expect(401);
  });
});
