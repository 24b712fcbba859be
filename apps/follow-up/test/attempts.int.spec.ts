import {
  FollowUpMessageRequestedV1,
  FollowUpNotificationRequestedV1,
  TaskAttemptedV1,
  TaskCompletedV1,
  type EventClass,
} from '#contracts';
import { newId } from '#platform';
import type { Api } from '#testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Desk } from './desk.js';
import { aStay } from './hospital.js';

describe('attempts to reach a patient', () => {
  let desk: Desk;
  let nurse: Api;

  beforeAll(async () => {
    desk = await Desk.open();
    await desk.at('2026-03-02T10:00:00+08:00');
    nurse = await desk.signedIn(newId());
  });
  afterAll(() => desk.close());
  beforeEach(() => desk.at('2026-03-02T10:00:00+08:00'));
  afterEach(() => desk.clear());

  const told = async <T extends object>(type: EventClass<T>, id: string) =>
    (await desk.service.events(type)).map(({ data }) => data).filter((data) => Object.values(data).includes(id));

  it('FU-7 three unanswered calls, each at another time of day, end in a message instead', async () => {
    let task: { id: string; version: number } = await desk.task({ lapsesOn: '2026-03-30' });
    const calls = ['2026-03-02T10:00:00', '2026-03-03T14:00:00', '2026-03-04T18:00:00'];
    for (const [index, at] of calls.entries()) {
      await desk.at(`${at}+08:00`);
      const handed = await desk.next(nurse);
      expect(handed.task).toMatchObject({ id: task.id, attempts: index });
      const { body } = await desk.attempt(nurse, task, { outcome: 'no-answer' }).expect(201);
      const nextAt = calls[index + 1];
      const wanted = nextAt === undefined ? null : new Date(`${nextAt}+08:00`).toISOString();
      expect(body.attempt).toMatchObject({
        number: index + 1,
        nextAt: wanted && expect.stringContaining(wanted.slice(0, 16)),
      });
      task = body.task;
      if (wanted) expect((await desk.next(nurse)).task).toBeNull();
    }
    expect(task).toMatchObject({ status: 'done', outcome: 'no-answer', attempts: 3, claimedBy: null });
    expect(await told(FollowUpMessageRequestedV1, task.id)).toMatchObject([
      { purpose: 'follow-up.not-reached', occasion: 'once', template: 'not-reached', urgent: false },
    ]);
    expect((await told(TaskAttemptedV1, task.id)).map(({ number, closed }) => [number, closed])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    expect(await told(TaskCompletedV1, task.id)).toHaveLength(1);
    const { body: list } = await nurse.get(`/follow-up/tasks/${task.id}/attempts`).expect(200);
    expect(list.items.map(({ number, outcome }: { number: number; outcome: string }) => [number, outcome])).toEqual([
      [1, 'no-answer'],
      [2, 'no-answer'],
      [3, 'no-answer'],
    ]);
  });

  it('FU-7 does not call again at the time of day at which nobody answered, however long it waited', async () => {
    const task = await desk.task({ lapsesOn: '2026-03-30' });
    await desk.attempt(nurse, task, { outcome: 'no-answer' }).expect(201);
    await desk.at('2026-03-05T10:00:00+08:00');
    expect((await desk.next(nurse)).task).toBeNull();
    await desk.at('2026-03-05T12:00:01+08:00');
    expect((await desk.next(nurse)).task.id).toBe(task.id);
  });

  it('FU-7 a patient who can be called in the afternoon only is called then three times, and not put off for ever', async () => {
    const patientId = newId();
    const every = { weekdays: [1, 2, 3, 4, 5, 6, 7] };
    const notAt = [
      { ...every, from: '08:00', until: '12:00' },
      { ...every, from: '18:00', until: '21:00' },
    ];
    await nurse.put(`/follow-up/people/${patientId}/contact-times`).send({ notAt }).expect(200);
    let task: { id: string; version: number } = await desk.task({ patientId, lapsesOn: '2026-03-30' });
    for (const at of ['2026-03-02T15:00:00', '2026-03-04T12:00:01', '2026-03-06T12:00:01']) {
      await desk.at(`${at}+08:00`);
      expect((await desk.next(nurse)).task?.id).toBe(task.id);
      task = (await desk.attempt(nurse, task, { outcome: 'no-answer' }).expect(201)).body.task;
    }
    expect(task).toMatchObject({ status: 'done', outcome: 'no-answer' });
    expect(await told(FollowUpMessageRequestedV1, task.id)).toHaveLength(1);
  });

  it('FU-4 a pain call nobody took on a holiday’s eve is made again within the hour, at night too', async () => {
    await desk.at('2026-04-30T23:00:00+08:00');
    const task = await desk.task({ kind: 'pain' });
    await desk.attempt(nurse, task, { outcome: 'no-answer' }).expect(201);
    expect((await desk.next(nurse)).task).toBeNull();
    await desk.at('2026-04-30T23:30:01+08:00');
    expect((await desk.next(nurse)).task?.id).toBe(task.id);
  });

  it('FU-7 a wrong number ends the task and is told to who can correct it; no message goes there', async () => {
    const task = await desk.task();
    await desk.attempt(nurse, task, { outcome: 'wrong-number' }).expect(201);
    expect(await told(FollowUpNotificationRequestedV1, task.id)).toMatchObject([
      { purpose: 'follow-up.wrong-number', to: [{ role: 'centre-manager' }] },
    ]);
    expect(await told(FollowUpMessageRequestedV1, task.id)).toEqual([]);
  });

  it('FU-7 calls again at the time the patient asked for, never in quiet hours', async () => {
    const task = await desk.task();
    const { body } = await desk
      .attempt(nurse, task, { outcome: 'call-later', callLaterAt: '2026-03-02T21:30:00+08:00', note: '晚上在家' })
      .expect(201);
    expect(body.task).toMatchObject({ status: 'open', promisedAt: '2026-03-03T00:00:00.000Z' });
    const overdue = await desk.task({ dueAt: new Date('2026-02-20T10:00:00+08:00'), lapsesOn: '2026-04-01' });
    await desk.at('2026-03-03T08:00:01+08:00');
    expect((await desk.next(nurse)).task.id).toBe(task.id);
    await desk.attempt(nurse, body.task, { outcome: 'reached' }).expect(201);
    expect((await desk.next(nurse)).task.id).toBe(overdue.id);
  });

  it.each([
    [{ outcome: 'call-later' as const }, 400],
    [{ outcome: 'call-later' as const, callLaterAt: '2026-03-02T09:59:00+08:00' }, 400],
    [{ outcome: 'call-later' as const, callLaterAt: '2026-03-09T21:00:00+08:00' }, 400],
    [{ outcome: 'call-later' as const, callLaterAt: '2026-03-09T20:59:00+08:00' }, 201],
    [{ outcome: 'reached' as const, callLaterAt: '2026-03-05T15:00:00+08:00' }, 400],
    [{ outcome: 'no-answer' as const, answers: { items: [] } }, 400],
    [{ outcome: 'reached' as const, answers: { items: [] } }, 400],
  ])('FU-7 an attempt %j is answered with %d', async (body, status) => {
    const task = await desk.task();
    await desk.attempt(nurse, task, body).expect(status);
    if (status === 400) expect(await told(TaskAttemptedV1, task.id)).toEqual([]);
  });

  it('FU-7 of two nurses closing one task one wins, and the other is told that it is closed', async () => {
    const task = await desk.task();
    const other = await desk.signedIn(newId());
    const answers = await Promise.all([
      desk.attempt(nurse, task, { outcome: 'reached' }),
      desk.attempt(other, task, { outcome: 'refused' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({ code: 'task-not-open', taskStatus: 'done' });
    expect(await told(TaskCompletedV1, task.id)).toHaveLength(1);
  });

  it('FU-7 of two nurses who were not answered the slower one learns that somebody called meanwhile', async () => {
    const task = await desk.task();
    await desk.attempt(nurse, task, { outcome: 'no-answer' }).expect(201);
    await desk.attempt(await desk.signedIn(newId()), task, { outcome: 'no-answer' }).expect(412);
    await nurse.post(`/follow-up/tasks/${task.id}/attempts`).send({ outcome: 'reached' }).expect(428);
  });

  it('FU-7 completing a task at once is its last attempt: the two ways tell one story', async () => {
    const task = await desk.task();
    await desk.attempt(nurse, task, { outcome: 'busy' }).expect(201);
    await desk.hospital.complete({ ...task, version: 2 }, { outcome: 'no-answer' }).expect(200);
    expect((await told(TaskAttemptedV1, task.id)).map(({ outcome, closed }) => [outcome, closed])).toEqual([
      ['busy', false],
      ['no-answer', true],
    ]);
    expect(await told(FollowUpMessageRequestedV1, task.id)).toHaveLength(1);
  });

  it("FU-7 attempts stand on the plan's trail, and the series goes on when one closes the task", async () => {
    const stay = aStay();
    await desk.hospital.discharge(stay);
    const plan = await desk.hospital.planOf(stay);
    const { body } = await desk.attempt(nurse, plan.tasks[0]!, { outcome: 'no-answer', note: '无人接听' }).expect(201);
    await desk.attempt(nurse, body.task, { outcome: 'reached' }).expect(201);
    const { trail } = await desk.hospital.plan(plan.id);
    expect(trail.slice(-2)).toMatchObject([
      { what: 'task-attempted', reason: 'no-answer', note: '无人接听', step: 'visit-1' },
      { what: 'task-completed', reason: 'reached' },
    ]);
  });

  it('FU-8 answers given on the phone are recorded with the attempt, against the version asked, or nothing is', async () => {
    const task = await desk.task({ questionnaire: { code: 'pain-score', version: 1 } });
    const answers = (valueInteger: number) => ({ items: [{ linkId: 'pain', answer: [{ valueInteger }] }] });
    await desk.attempt(nurse, task, { outcome: 'reached', answers: answers(11) }).expect(400);
    await desk.attempt(nurse, task, { outcome: 'reached', answers: { ...answers(3), version: 2 } }).expect(400);
    expect(await told(TaskAttemptedV1, task.id)).toEqual([]);
    const { body } = await desk.attempt(nurse, task, { outcome: 'reached', answers: answers(3) }).expect(201);
    const [response] = await desk.rows('SELECT id, channel FROM questionnaire_response WHERE task_id = $1', task.id);
    expect(response).toMatchObject({ id: body.attempt.responseId, channel: 'phone' });
  });
});
