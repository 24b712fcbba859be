import { PersonDeathRevokedV1, PersonUnmergedV1, PlanEndedV1, TaskCompletedV1, TaskOpenedV1 } from '#contracts';
import { newId, transact } from '#platform';
import { eventually } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Plan, PlanDetail } from '../src/plans/plans.dto.js';
import { surgicalV1 } from '../src/protocols/shipped/surgical.v1.js';
import { TaskDeadlines } from '../src/tasks/tasks.deadlines.js';
import { aStay, Hospital, stepsOf, type Stay } from './hospital.js';

describe('an operation', () => {
  let hospital: Hospital;
  let stay: Stay;

  beforeAll(async () => {
    hospital = await Hospital.open();
  });
  afterAll(() => hospital.close());
  beforeEach(async () => {
    await hospital.service.clock.set('2026-03-02T12:00:00+08:00');
    stay = aStay();
  });

  const plansOf = async (patientId = stay.patientId) =>
    Object.fromEntries((await hospital.plans(patientId)).map((plan) => [plan.anchor, plan])) as Record<string, Plan>;
  const stepOf = (plan: Plan | PlanDetail | undefined, step: string) => plan?.tasks.find((task) => task.step === step);
  const surgical = () =>
    eventually(async () => {
      const { operation } = await plansOf();
      expect(operation).toBeDefined();
      return operation as Plan;
    });
  const told = async (type: typeof TaskOpenedV1 | typeof TaskCompletedV1, taskId: string | undefined) =>
    (await hospital.service.events(type)).filter(({ data }) => data.taskId === taskId);

  it('FU-3 is followed up while still in hospital: pain after 6 hours, calls at 48 hours, 7, 30 and 90 days', async () => {
    await hospital.admit(stay, '2026-03-01T09:00:00+08:00');
    await hospital.operate(stay, '2026-03-02T10:00:00+08:00');
    const plan = await surgical();
    expect(plan).toMatchObject({ ...stay, anchor: 'operation', anchoredOn: '2026-03-02', status: 'active' });
    expect(plan.tasks.map((task) => [task.step, task.mode, task.questionnaireCode, task.opensAt, task.dueOn])).toEqual([
      ['pain-6h', 'form', 'pain-score', '2026-03-02T08:00:00.000Z', '2026-03-02'],
      ['hour-48', 'call', 'surgical-follow-up', '2026-03-04T09:00:00.000Z', '2026-03-04'],
      ['day-7', 'call', 'surgical-follow-up', '2026-03-09T09:00:00.000Z', '2026-03-09'],
      ['day-30', 'call', 'surgical-follow-up', '2026-04-01T09:00:00.000Z', '2026-04-01'],
      ['day-90', 'call', 'surgical-follow-up', '2026-05-31T09:00:00.000Z', '2026-05-31'],
    ]);
    expect(stepOf(plan, 'pain-6h')?.status).toBe('planned');
    await hospital.service.clock.set('2026-03-02T16:00:00+08:00');
    await hospital.opened(plan.id, 'pain-6h');
  });

  it('FU-3 and its discharge: contacts within 3 days become one, and done counts for both', async () => {
    await hospital.operate(stay, '2026-03-01T10:00:00+08:00');
    const { id } = await surgical();
    await hospital.discharge(stay);
    await hospital.settled();
    const { operation, discharge } = await plansOf();
    const [day7, visit1] = [stepOf(operation, 'day-7'), stepOf(discharge, 'visit-1')];
    // Due on the 8th and the 9th; the one that opens last is made for both.
    expect(visit1).toMatchObject({ status: 'planned', joinedTo: day7?.id });
    expect(await told(TaskOpenedV1, visit1?.id)).toEqual([]);
    const lines = async (plan: string) =>
      (await hospital.plan(plan)).trail
        .filter(({ what }) => what === 'task-joined')
        .map(({ step, reason }) => [step, reason]);
    expect(await lines(id)).toContainEqual(['day-7', 'stands for discharge-default visit-1']);
    expect(await lines(discharge!.id)).toContainEqual(['visit-1', 'done by surgical-default day-7']);
    await hospital.service.clock.set('2026-03-08T17:00:00+08:00');
    await hospital.complete(await hospital.opened(id, 'day-7')).expect(200);
    expect(stepOf(await hospital.plan(discharge!.id), 'visit-1')).toMatchObject({ status: 'done', outcome: 'reached' });
    expect(await told(TaskCompletedV1, visit1?.id)).toHaveLength(1);
  });

  it('FU-3 is joined alike when it is told after the discharge, though the visit was open by then', async () => {
    await hospital.discharge(stay);
    const visit = await hospital.opened((await hospital.planOf(stay)).id, 'visit-1');
    await hospital.operate(stay, '2026-03-01T10:00:00+08:00');
    const { id } = await surgical();
    await eventually(async () => {
      const { operation, discharge } = await plansOf();
      expect(stepOf(discharge, 'visit-1')).toMatchObject({
        id: visit.id,
        status: 'planned',
        joinedTo: stepOf(operation, 'day-7')?.id,
      });
    });
    // The surgical plan ends: the visit is to be made after all.
    const { version } = await hospital.plan(id);
    await ended(id, 'cured', version);
    await hospital.opened((await plansOf())['discharge']!.id, 'visit-1');
  });

  it.each([
    ['in a nurse’s hand', `claimed_by = 'nurse', claimed_until = $2::timestamptz + interval '20 minutes'`],
    ['promised', `promised_at = $2`],
  ])('FU-3 takes no call away that is %s', async (_what, held) => {
    await hospital.discharge(stay);
    const visit = await hospital.opened((await hospital.planOf(stay)).id, 'visit-1');
    const { source, clock } = hospital.service;
    await source.query(`UPDATE task SET ${held} WHERE id = $1`, [visit.id, clock.now()]);
    await hospital.operate(stay, '2026-03-01T10:00:00+08:00');
    await hospital.settled();
    expect(stepOf((await plansOf())['operation'], 'day-7')).toMatchObject({ status: 'planned', joinedTo: null });
    expect(stepOf((await plansOf())['discharge'], 'visit-1')).toMatchObject({ status: 'open', joinedTo: null });
  });

  it('FU-3 lapsed stand-ins give back the contacts they stood for', async () => {
    await hospital.operate(stay, '2026-02-24T10:00:00+08:00');
    await surgical();
    await hospital.discharge(stay, { dischargedAt: '2026-02-24T20:00:00+08:00' });
    await hospital.settled();
    const { operation, discharge } = await plansOf();
    // 7 days after each: the same day, opening on it.
    expect(stepOf(discharge, 'visit-1')?.joinedTo).toBe(stepOf(operation, 'day-7')?.id);
    await hospital.service.clock.set('2026-03-11T00:00:01+08:00');
    await eventually(async () => {
      const after = await plansOf();
      expect(stepOf(after['operation'], 'day-7')?.status).toBe('lapsed');
      expect(stepOf(after['discharge'], 'visit-1')).toMatchObject({ status: 'lapsed', joinedTo: null });
    });
  });

  it('FU-3 told again makes no second plan, a second procedure of the day neither; another day does', async () => {
    const procedureId = newId();
    await hospital.operate(stay, '2026-03-01T10:00:00+08:00', { procedureId });
    await hospital.operate(stay, '2026-03-01T10:00:00+08:00', { procedureId });
    await hospital.operate(stay, '2026-03-01T11:00:00+08:00', { procedureCode: '54.59' });
    await hospital.settled();
    expect(await hospital.plans(stay.patientId)).toHaveLength(1);
    await hospital.operate(stay, '2026-03-02T09:00:00+08:00');
    await hospital.settled();
    expect(await hospital.plans(stay.patientId)).toHaveLength(2);
    expect(await hospital.parked()).toEqual([]);
  });

  it('FU-3 whose time is corrected moves what is not open yet, and an older revision moves nothing', async () => {
    const procedureId = newId();
    await hospital.operate(stay, '2026-03-01T10:00:00+08:00', { procedureId, revision: 2 });
    const { id } = await surgical();
    await hospital.operate(stay, '2026-02-20T10:00:00+08:00', { procedureId, revision: 1 });
    await hospital.operate(stay, '2026-03-02T11:00:00+08:00', { procedureId, revision: 3 });
    await hospital.settled();
    const plan = await hospital.plan(id);
    expect(plan.anchoredOn).toBe('2026-03-02');
    expect(stepOf(plan, 'day-7')?.dueOn).toBe('2026-03-09');
    expect(plan.trail.filter(({ what }) => what === 'redated')).toHaveLength(1);
  });

  const ended = (id: string, reason: string, version: number) =>
    hospital.nurse().post(`/follow-up/plans/${id}/end`).set('if-match', `"${version}"`).send({ reason }).expect(200);
  /** A call of the discharge that the surgical one of 7 days stands for, and how to correct the day of the operation. */
  const joinedVisit = async () => {
    const procedureId = newId();
    await hospital.operate(stay, '2026-03-01T10:00:00+08:00', { procedureId });
    const { id } = await surgical();
    await hospital.discharge(stay);
    await hospital.settled();
    const { discharge } = await plansOf();
    expect(stepOf(discharge, 'visit-1')?.joinedTo).toBe(stepOf(await hospital.plan(id), 'day-7')?.id);
    const correct = async () => {
      await hospital.operate(stay, '2026-03-01T22:00:00+08:00', { procedureId, revision: 2 });
      await eventually(async () =>
        expect((await hospital.plan(id)).trail.map(({ what }) => what)).toContain('redated'),
      );
      const [row] = await hospital.service.source.query(
        `SELECT status, joined_to IS NOT NULL AS joined, deadline_at AS deadline FROM task WHERE plan_id = $1 AND step = 'visit-1'`,
        [discharge?.id],
      );
      return row;
    };
    return { id, discharge: discharge as Plan, correct };
  };

  it('FU-3 whose time is corrected after the call for both was made leaves both alone', async () => {
    const { id, correct } = await joinedVisit();
    await hospital.service.clock.set('2026-03-08T17:00:00+08:00');
    await hospital.complete(await hospital.opened(id, 'day-7')).expect(200);
    expect(await correct()).toEqual({ status: 'done', joined: true, deadline: null });
  });

  it('FU-3 whose time is corrected wakes no call of a plan that the patient refused', async () => {
    const { discharge, correct } = await joinedVisit();
    await ended(discharge.id, 'refused', discharge.version);
    expect(await correct()).toEqual({ status: 'cancelled', joined: true, deadline: null });
  });

  it('FU-2 the calendar claims neither what has ended nor what waits with its plan', async () => {
    await hospital.operate(stay, '2026-03-01T10:00:00+08:00');
    const { id } = await surgical();
    const { source, app } = hospital.service;
    const claimed = (change: string) =>
      transact(source, async (tx) => {
        await tx.query(change, [id]);
        const now = hospital.service.clock.now();
        await tx.query('UPDATE task SET deadline_at = $2 WHERE plan_id = $1', [id, now]);
        const tasks = await app.get(TaskDeadlines).claim(tx, now, 1000, []);
        await tx.query('UPDATE task SET deadline_at = NULL WHERE plan_id = $1', [id]);
        return tasks.filter(({ planId }) => planId === id).length;
      });
    expect(await claimed('SELECT $1::uuid')).toBe(5);
    expect(await claimed(`UPDATE plan SET status = 'paused' WHERE id = $1`)).toBe(0);
    await claimed(`UPDATE plan SET status = 'active' WHERE id = $1`);
    expect(await claimed(`UPDATE task SET status = 'cancelled' WHERE plan_id = $1`)).toBe(0);
  });

  it('FU-3 told with last year’s date gets its contacts back with the right one, each in its days', async () => {
    const procedureId = newId();
    await hospital.operate(stay, '2025-03-02T10:00:00+08:00', { procedureId });
    const { id, tasks } = await surgical();
    expect(new Set(tasks.map(({ status }) => status))).toEqual(new Set(['lapsed']));
    expect(await surgical()).toMatchObject({ status: 'ended', endReason: 'completed' });
    await hospital.operate(stay, '2026-02-25T10:00:00+08:00', { procedureId, revision: 2 });
    const call = await hospital.opened(id, 'hour-48');
    expect(call).toMatchObject({ dueOn: '2026-02-27', version: 3 });
    expect(stepsOf(await hospital.plan(id))).toEqual([
      'pain-6h lapsed',
      'hour-48 open',
      'day-7 planned',
      'day-30 planned',
      'day-90 planned',
    ]);
    await hospital.complete(call).expect(200);
    expect((await hospital.plan(id)).trail.map(({ what }) => what)).toContain('resumed');
  });

  it('FU-6 ADR 76 completed stays completed when its date is put right of one who is dead, and when the death is withdrawn', async () => {
    const procedureId = newId();
    await hospital.operate(stay, '2025-03-02T10:00:00+08:00', { procedureId });
    const { id } = await surgical();
    await hospital.die(stay.patientId);
    await hospital.operate(stay, '2026-02-25T10:00:00+08:00', { procedureId, revision: 2 });
    await hospital.settled();
    const ended = { status: 'ended', endReason: 'completed', anchoredOn: '2026-02-25' };
    expect(await hospital.plan(id)).toMatchObject(ended);
    await hospital.service.publish(PersonDeathRevokedV1, { patientId: stay.patientId });
    await hospital.settled();
    const { trail, ...plan } = await hospital.plan(id);
    expect(plan).toMatchObject(ended);
    expect(trail.map(({ what }) => what)).not.toContain('resumed');
  });

  it('FU-6 FU-3 dated before an older stay’s discharge is out of date, and with the right date runs', async () => {
    const procedureId = newId();
    await hospital.discharge(aStay(stay.patientId), { dischargedAt: '2026-02-10T10:00:00+08:00' });
    await hospital.operate(stay, '2026-01-30T10:00:00+08:00', { procedureId });
    const { id } = await surgical();
    expect(await surgical()).toMatchObject({ status: 'ended', endReason: 'readmitted' });
    await hospital.operate(stay, '2026-01-29T10:00:00+08:00', { procedureId, revision: 2 });
    await hospital.settled();
    expect(await surgical()).toMatchObject({ status: 'ended', endReason: 'readmitted', anchoredOn: '2026-01-29' });
    await hospital.operate(stay, '2026-03-01T10:00:00+08:00', { procedureId, revision: 3 });
    await hospital.settled();
    expect(await surgical()).toMatchObject({ id, status: 'active', endReason: null, anchoredOn: '2026-03-01' });
    expect((await hospital.opened(id, 'pain-6h')).closeReason).toBeNull();
    expect(stepOf(await surgical(), 'day-30')).toMatchObject({ status: 'planned', dueOn: '2026-03-31' });
  });

  it('FU-6 ends as completed with its last contact, done or lapsed, and not before', async () => {
    await hospital.operate(stay, '2026-03-01T10:00:00+08:00');
    const { id } = await surgical();
    await hospital.service.clock.set('2026-05-30T17:00:00+08:00');
    const last = await hospital.opened(id, 'day-90');
    expect((await hospital.plan(id)).status).toBe('active');
    await hospital.complete(last).expect(200);
    // The pain request that nobody answered became a call; what was missed lapses in the calendar's own time.
    const trail = await eventually(async () => {
      const { status, endReason, tasks, ...plan } = await hospital.plan(id);
      for (const task of tasks) if (task.status === 'open') await hospital.complete(task);
      expect({ status, endReason }).toEqual({ status: 'ended', endReason: 'completed' });
      return plan.trail;
    });
    expect(trail.at(-1)).toMatchObject({ what: 'ended', reason: 'completed' });
    const told = (await hospital.service.events(PlanEndedV1)).filter(({ data }) => data.planId === id);
    expect(told.map(({ data }) => data.reason)).toEqual(['completed']);
  });

  it('FU-3 of which the day alone is known counts from its noon', async () => {
    await hospital.operate(stay, '2026-03-02T00:00:00+08:00', { dayOnly: true });
    expect(stepOf(await surgical(), 'pain-6h')?.dueAt).toBe('2026-03-02T10:00:00.000Z');
  });

  describe('told with a wrong code', () => {
    const [procedureId, at] = [newId(), '2026-03-01T10:00:00+08:00'];
    const ABLATION = '37.34';

    beforeAll(async () => {
      const { appliesTo, steps } = surgicalV1.definition;
      const definition = { steps, appliesTo: { ...appliesTo, procedures: [ABLATION] } };
      const another = { code: 'ablation', nameZh: '消融术后随访方案', nameEn: 'Ablation', definition };
      const manager = () => hospital.service.api('centre-manager');
      await manager().post('/follow-up/protocols').send(another).expect(201);
      const publish = '/follow-up/protocols/ablation/versions/1/publish';
      await manager().post(publish).set('if-match', '"1"').expect(200);
    });
    const operations = async () =>
      (await hospital.plans(stay.patientId))
        .map(({ protocolCode, status, endReason }) => [protocolCode, status, endReason])
        .sort();

    it('FU-3 leaves nothing planned by it, and older news of it change nothing', async () => {
      await hospital.operate(stay, at, { procedureId });
      const { id } = await surgical();
      await hospital.recode(stay, procedureId, 2);
      await eventually(async () => {
        expect(await hospital.plan(id)).toMatchObject({ status: 'ended', endReason: 'procedure-withdrawn' });
      });
      const left = (await hospital.plan(id)).tasks.filter(({ status }) => status === 'planned' || status === 'open');
      expect(left).toEqual([]);
      await hospital.operate(stay, at, { procedureId });
      await hospital.recode(stay, procedureId, 2);
      await hospital.settled();
      expect(await operations()).toEqual([['surgical-default', 'ended', 'procedure-withdrawn']]);
    });

    it('FU-3 is followed up on under the right one: the same plan goes on where it is of the same protocol', async () => {
      const wrong = newId();
      await hospital.operate(stay, at, { procedureId: wrong });
      const { id } = await surgical();
      await hospital.recode(stay, wrong, 2);
      await hospital.operate(stay, at, { procedureCode: '47.09' });
      await hospital.settled();
      expect(await operations()).toEqual([['surgical-default', 'active', null]]);
      expect(stepOf(await hospital.plan(id), 'day-7')).toMatchObject({ status: 'planned', closeReason: null });
      expect(await hospital.parked()).toEqual([]);
    });

    it('FU-3 FU-5 begins the plan that the right code asks for, and goes back when the first was right', async () => {
      const [wrong, right] = [newId(), newId()];
      await hospital.operate(stay, at, { procedureId: wrong });
      await surgical();
      await hospital.recode(stay, wrong, 2);
      await hospital.operate(stay, at, { procedureId: right, procedureCode: ABLATION });
      await hospital.settled();
      expect(await operations()).toEqual([
        ['ablation', 'active', null],
        ['surgical-default', 'ended', 'procedure-withdrawn'],
      ]);
      await hospital.recode(stay, right, 2);
      await hospital.operate(stay, at, { procedureId: wrong, revision: 3 });
      await hospital.settled();
      expect(await operations()).toEqual([
        ['ablation', 'ended', 'procedure-withdrawn'],
        ['surgical-default', 'active', null],
      ]);
      expect(await hospital.parked()).toEqual([]);
    });
  });

  it('FU-6 goes on when its stay, cancelled by mistake, is admitted again', async () => {
    await hospital.admit(stay, '2026-03-01T09:00:00+08:00');
    await hospital.operate(stay, '2026-03-01T10:00:00+08:00');
    await surgical();
    await hospital.cancelVisit(stay);
    await eventually(async () => expect((await plansOf())['operation']?.endReason).toBe('visit-cancelled'));
    await hospital.admit(stay, '2026-03-01T09:00:00+08:00');
    await eventually(async () => expect((await plansOf())['operation']?.status).toBe('active'));
    expect(stepOf((await plansOf())['operation'], 'day-7')).toMatchObject({ status: 'planned', closeReason: null });
  });

  it('FU-6 is paused by a readmission, replaced by its discharge, and ends with death', async () => {
    const [next, dead] = [aStay(stay.patientId), aStay()];
    await hospital.operate(stay, '2026-03-01T10:00:00+08:00');
    await hospital.admit(next, '2026-03-02T11:00:00+08:00');
    await eventually(async () => expect((await plansOf())['operation']?.status).toBe('paused'));
    await hospital.discharge(next, { dischargedAt: '2026-03-02T11:30:00+08:00' });
    await eventually(async () => expect((await plansOf())['operation']?.endReason).toBe('readmitted'));
    await hospital.operate(dead, '2026-03-01T10:00:00+08:00');
    await hospital.die(dead.patientId);
    await eventually(async () => expect((await plansOf(dead.patientId))['operation']?.endReason).toBe('deceased'));
  });

  it('PT-3 FU-3 joins the contacts of two records that turn out to be one person, and parts them again', async () => {
    const [survivorId, retiredId] = [stay.patientId, newId()];
    await hospital.operate(stay, '2026-03-01T10:00:00+08:00');
    const { id } = await surgical();
    const asked = { protocolCode: 'hypertension', patientIds: [retiredId], anchoredAt: '2026-02-23T09:00:00+08:00' };
    const { body } = await hospital.nurse().post('/follow-up/plans').send(asked).expect(201);
    const week2 = async () => stepOf(await hospital.plan(body.items[0].planId), 'week-2');
    await hospital.merge(survivorId, retiredId);
    const day7 = stepOf(await hospital.plan(id), 'day-7');
    await eventually(async () => expect((await week2())?.joinedTo).toBe(day7?.id));
    const standing = { deceased: false, allowedPurposes: ['care' as const, 'follow-up' as const], states: [] };
    await hospital.service.publish(PersonUnmergedV1, { survivorId, retiredId, survivor: standing, retired: standing });
    await eventually(async () => expect((await week2())?.joinedTo).toBeNull());
  });
});
