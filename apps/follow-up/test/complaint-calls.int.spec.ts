import {
  ComplaintCallEndedV1,
  ComplaintCallRequestedV1,
  ComplaintCallWithdrawnV1,
  ComplaintRequestedV1,
} from '#contracts';
import { newId } from '#platform';
import { eventually } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Task } from '../src/tasks/tasks.dto.js';
import { Hospital } from './hospital.js';

const overall = (code: string) => ({ items: [{ linkId: 'overall', answer: [{ valueCoding: { code } }] }] });

describe('a complaint that was closed', () => {
  let hospital: Hospital;
  beforeAll(async () => {
    hospital = await Hospital.open();
  });
  afterAll(() => hospital.close());
  beforeEach(() => hospital.service.clock.set('2026-03-02T12:00:00+08:00'));

  const request = async (over: Partial<ComplaintCallRequestedV1> = {}): Promise<ComplaintCallRequestedV1> => {
    const asked = {
      ...{ callId: newId(), ticketId: newId(), ticketNumber: 'T2026-000123', patientId: newId() },
      requestedAt: hospital.service.clock.now().toISOString(),
      ...over,
    };
    await hospital.service.publish(ComplaintCallRequestedV1, asked);
    return asked;
  };
  const taskOf = ({ patientId }: { patientId: string }) =>
    eventually(async () => {
      const tasks = await hospital.tasks({ patientId });
      expect(tasks).toHaveLength(1);
      return tasks[0] as Task;
    });
  const answer = (task: Task, code: string) =>
    hospital
      .nurse()
      .post(`/follow-up/tasks/${task.id}/attempts`)
      .set('if-match', `"${task.version}"`)
      .send({ outcome: 'reached', answers: overall(code) })
      .expect(201);
  const told = async ({ callId }: { callId: string }) =>
    (await hospital.service.events(ComplaintCallEndedV1))
      .map(({ data }) => data)
      .filter((ended) => ended.callId === callId);
  const toldOnce = (call: { callId: string }, ended: Partial<ComplaintCallEndedV1>) =>
    eventually(async () => expect(await told(call)).toMatchObject([ended]));

  it('CP-4 becomes one call, however often it is asked for, and the answer is told with its response', async () => {
    const call = await request();
    const task = await taskOf(call);
    await hospital.service.publish(ComplaintCallRequestedV1, call);
    expect(task).toMatchObject({ kind: 'survey', mode: 'call', status: 'open', nameZh: '投诉回访 T2026-000123' });
    await answer(task, 'dissatisfied');
    await toldOnce(call, { outcome: 'unsatisfied', taskId: task.id, ticketId: call.ticketId });
    expect((await told(call))[0]).toHaveProperty('responseId');
    await taskOf(call);
    // Whoever is dissatisfied gets the complaint taken up again, not a second one.
    const others = (await hospital.service.events(ComplaintRequestedV1)).filter(
      ({ data }) => data.patientId === call.patientId,
    );
    expect(others).toEqual([]);
  });

  it('CP-4 is told again when the answer is corrected, and not when the correction says the same', async () => {
    const call = await request();
    const task = await taskOf(call);
    await answer(task, 'satisfied');
    await toldOnce(call, { outcome: 'satisfied' });
    const correct = async (code: string) => {
      const [{ response_id: amends }] = await hospital.service.source.query(
        'SELECT response_id FROM complaint_call WHERE id = $1',
        [call.callId],
      );
      const questionnaire = { code: 'complaint-call', version: 1 };
      const body = { questionnaire, patientId: call.patientId, channel: 'phone', amends, ...overall(code) };
      await hospital.nurse().post('/follow-up/responses').send(body).expect(201);
    };
    await correct('very-satisfied');
    expect(await told(call)).toHaveLength(1);
    await correct('very-dissatisfied');
    expect((await told(call)).map(({ outcome }) => outcome)).toEqual(['satisfied', 'unsatisfied']);
  });

  it('CP-4 of whoever did not want to say is declined', async () => {
    const call = await request();
    await hospital.complete(await taskOf(call), { outcome: 'refused' }).expect(200);
    await toldOnce(call, { outcome: 'declined' });
  });

  it('CP-4 of whoever nobody reached in a week is told as unreachable', async () => {
    const call = await request();
    await taskOf(call);
    await hospital.service.clock.set('2026-03-10T00:00:01+08:00');
    await toldOnce(call, { outcome: 'unreachable' });
  });

  it('CP-4 PT-9 of whoever wants no calls makes no task, and of whoever says so later ends it', async () => {
    const [before, after] = [newId(), newId()];
    await hospital.withdraw(before);
    await hospital.settled();
    const barred = await request({ patientId: before });
    await toldOnce(barred, { outcome: 'unreachable' });
    expect(await hospital.tasks({ patientId: before })).toEqual([]);
    const call = await request({ patientId: after });
    await taskOf(call);
    await hospital.withdraw(after);
    await toldOnce(call, { outcome: 'unreachable' });
  });

  it('CP-4 that is taken up again before the call is asked about no more, and nothing is told', async () => {
    const call = await request();
    const { callId, ticketId, patientId } = call;
    await taskOf(call);
    await hospital.service.publish(ComplaintCallWithdrawnV1, { callId, ticketId, patientId });
    await eventually(async () =>
      expect(await hospital.tasks({ patientId })).toMatchObject([
        { status: 'cancelled', closeReason: 'complaint-reopened' },
      ]),
    );
    expect(await told(call)).toEqual([]);
    expect(await hospital.parked()).toEqual([]);
  });
});
