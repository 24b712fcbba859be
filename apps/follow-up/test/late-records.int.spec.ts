import { ComplaintCallEndedV1, FollowUpNotificationRequestedV1, TaskAttemptedV1, TaskCompletedV1 } from '#contracts';
import { newId } from '#platform';
import { eventually, type Api } from '#testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Desk } from './desk.js';
import { aStay } from './hospital.js';

describe('a nurse whose time was over while she spoke', () => {
  let desk: Desk;
  let first: Api;
  let second: Api;

  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    await desk.at('2026-03-02T10:00:00+08:00');
    [first, second] = [await desk.signedIn(newId()), await desk.signedIn(newId())];
  });
  afterEach(() => desk.clear());

  /** The first nurse's lease ended, and the second one has it. */
  async function takenOver(over: Parameters<Desk['task']>[0] = {}) {
    const task = await desk.task(over);
    expect((await desk.next(first)).task.id).toBe(task.id);
    await desk.service.clock.advance({ minutes: 31 });
    await eventually(async () => expect((await desk.next(second)).task?.id).toBe(task.id));
    return task;
  }

  const told = async (id: string) =>
    (await desk.service.events(TaskAttemptedV1))
      .filter(({ data }) => data.taskId === id)
      .map(({ data }) => [data.number, data.outcome, data.closed, data.late ?? false]);

  it('ADR 77 ends the task for whoever has it now when she reached the patient, answers and all', async () => {
    const task = await takenOver({ questionnaire: { code: 'pain-score', version: 1 } });
    const answers = { items: [{ linkId: 'pain', answer: [{ valueInteger: 3 }] }] };
    const { body } = await desk.attempt(first, task, { outcome: 'reached', note: '恢复良好', answers }).expect(201);
    expect(body).toMatchObject({ attempt: { number: 1, late: false }, task: { status: 'done', claimedBy: null } });
    expect(body.attempt.responseId).not.toBeNull();
    const late = await desk.attempt(second, task, { outcome: 'reached', note: '患者说刚接过电话' }).expect(201);
    expect(late.body).toMatchObject({ attempt: { number: 2, late: true, note: '患者说刚接过电话' } });
    expect(late.body.task).toMatchObject({ status: 'done', note: '恢复良好', attempts: 2 });
    expect(await told(task.id)).toEqual([
      [1, 'reached', true, false],
      [2, 'reached', false, true],
    ]);
    const ended = (await desk.service.events(TaskCompletedV1)).filter(({ data }) => data.taskId === task.id);
    expect(ended).toHaveLength(1);
  });

  it('ADR 77 FU-9 loses no answers though the task has its own by now: they stand beside it, and raise their flags', async () => {
    const task = await takenOver({ questionnaire: { code: 'pain-score', version: 1 } });
    const pain = (score: number) => ({ items: [{ linkId: 'pain', answer: [{ valueInteger: score }] }] });
    await desk.attempt(first, task, { outcome: 'reached', answers: pain(3) }).expect(201);
    const { body } = await desk.attempt(second, task, { outcome: 'reached', answers: pain(8) }).expect(201);
    expect(body).toMatchObject({ attempt: { number: 2, late: true, responseId: expect.any(String) } });
    const kept = await desk.rows<{ taskId: string | null; score: string }>(
      'SELECT task_id AS "taskId", score FROM questionnaire_response WHERE patient_id = $1 ORDER BY score',
      task.patientId,
    );
    expect(kept).toEqual([
      { taskId: task.id, score: '3' },
      { taskId: null, score: '8' },
    ]);
    const cases = await desk.rows('SELECT score FROM green_channel_case WHERE patient_id = $1', task.patientId);
    expect(cases).toEqual([{ score: 8 }]);
  });

  it('CP-4 tells late what was said unhappily after a complaint, though somebody else heard the contrary', async () => {
    const asks = { kind: 'survey', step: 'complaint-call', questionnaire: { code: 'complaint-call' } } as const;
    const call = newId();
    const said = (code: string) => ({ items: [{ linkId: 'overall', answer: [{ valueCoding: { code } }] }] });
    const outcomes = async () =>
      (await desk.service.events(ComplaintCallEndedV1))
        .filter(({ data }) => data.callId === call)
        .map(({ data }) => data.outcome);
    const task = await takenOver(asks);
    await desk.service.source.query(
      'INSERT INTO complaint_call (id, ticket_id, patient_id, task_id, requested_at) VALUES ($1, $2, $3, $4, now())',
      [call, newId(), task.patientId, task.id],
    );
    await desk.attempt(second, task, { outcome: 'reached', answers: said('satisfied') }).expect(201);
    await desk.attempt(first, task, { outcome: 'reached', answers: said('dissatisfied') }).expect(201);
    expect(await outcomes()).toEqual(['satisfied', 'unsatisfied']);
  });

  it('ADR 77 is heard when nobody answered her, and takes the task out of no other hand', async () => {
    const task = await takenOver();
    const { body } = await desk.attempt(first, task, { outcome: 'no-answer' }).expect(201);
    expect(body).toMatchObject({ attempt: { late: true, nextAt: null }, task: { status: 'open', attempts: 1 } });
    expect((await desk.next(second)).task).toMatchObject({ id: task.id, version: task.version });
    const { body: after } = await desk.attempt(second, task, { outcome: 'no-answer' }).expect(201);
    expect(after).toMatchObject({ attempt: { number: 2, late: false }, task: { status: 'open', attempts: 2 } });
    await desk.service.clock.advance({ minutes: 1 });
    expect(await told(task.id)).toEqual([
      [1, 'no-answer', false, true],
      [2, 'no-answer', false, false],
    ]);
  });

  it('ADR 77 says it once: the same record again is refused, as is one of who never had the task', async () => {
    const task = await takenOver();
    await desk.attempt(first, task, { outcome: 'busy' }).expect(201);
    const again = await desk.attempt(first, task, { outcome: 'busy' }).expect(409);
    expect(again.body.code).toBe('task-claimed');
    const stranger = await desk.attempt(await desk.signedIn(newId()), task, { outcome: 'reached' }).expect(409);
    expect(stranger.body.code).toBe('task-claimed');
    await desk.attempt(second, task, { outcome: 'reached' }).expect(201);
    expect((await desk.attempt(second, task, { outcome: 'reached' }).expect(409)).body.code).toBe('task-not-open');
    expect(await told(task.id)).toHaveLength(2);
  });

  it('ADR 77 is heard when the plan ended while she spoke, on its trail too', async () => {
    const stay = aStay();
    await desk.hospital.discharge(stay);
    const plan = await desk.hospital.planOf(stay);
    const visit = plan.tasks[0]!;
    expect((await desk.next(first)).task.id).toBe(visit.id);
    await desk.hospital.die(stay.patientId);
    await eventually(async () => expect((await desk.hospital.plan(plan.id)).status).toBe('ended'));
    const note = '家属接听，患者今晨去世';
    const { body } = await desk.attempt(first, visit, { outcome: 'reached', note }).expect(201);
    const cancelled = { status: 'cancelled', outcome: null, claimedBy: null, claimedUntil: null };
    expect(body).toMatchObject({ attempt: { late: true, note }, task: cancelled });
    const { trail } = await desk.hospital.plan(plan.id);
    expect(trail.at(-1)).toMatchObject({ what: 'task-attempted', reason: 'reached', note });
    const { body: listed } = await first.get(`/follow-up/tasks/${visit.id}/attempts`).expect(200);
    expect(listed.items).toMatchObject([{ number: 1, late: true }]);
  });

  it('ADR 77 a wrong number that comes late is told to who can correct it', async () => {
    const stay = aStay();
    await desk.hospital.discharge(stay);
    const visit = (await desk.hospital.planOf(stay)).tasks[0]!;
    await desk.next(first);
    await desk.hospital.withdraw(stay.patientId);
    await eventually(async () =>
      expect((await first.get(`/follow-up/tasks/${visit.id}`).expect(200)).body.status).toBe('cancelled'),
    );
    await desk.attempt(first, visit, { outcome: 'wrong-number' }).expect(201);
    const notices = (await desk.service.events(FollowUpNotificationRequestedV1)).map(({ data }) => data);
    expect(notices.filter(({ subjectId }) => subjectId === visit.id)).toMatchObject([
      { purpose: 'follow-up.wrong-number' },
    ]);
  });

  it('ADR 77 what she gave back she did not call', async () => {
    const task = await desk.task();
    await desk.next(first);
    await first.post(`/follow-up/tasks/${task.id}/release`).send({ reason: 'interrupted' }).expect(200);
    expect((await desk.next(second)).task.id).toBe(task.id);
    await desk.attempt(first, task, { outcome: 'reached' }).expect(409);
  });
});
