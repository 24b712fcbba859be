import { FollowUpNotificationRequestedV1, ResponseRecordedV1 } from '#contracts';
import { newId, transact } from '#platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { occasionAt } from '../src/calendar/occasion.js';
import { Chronicle, Effects } from '../src/plans/chronicle.js';
import { ResponsesService, type NewResponse } from '../src/responses/responses.service.js';
import { NewTasks } from '../src/tasks/new-tasks.js';
import { aStay, Hospital } from './hospital.js';

const picked = (linkId: string, code: string) => ({ linkId, answer: [{ valueCoding: { code } }] });

describe('answers that the service records by itself', () => {
  let hospital: Hospital;
  beforeAll(async () => {
    hospital = await Hospital.open();
    await hospital.service.clock.set('2026-03-02T12:00:00+08:00');
  });
  afterAll(() => hospital.close());

  function record(over: Partial<NewResponse>) {
    const { app, source, clock } = hospital.service;
    const input: NewResponse = {
      questionnaire: { code: 'pain-score', version: 1 },
      patientId: newId(),
      channel: 'link',
      items: [{ linkId: 'pain', answer: [{ valueInteger: 4 }] }],
      answeredBy: null,
      ...over,
    };
    return transact(source, async (tx) => {
      const occasion = occasionAt(clock.now(), 'Asia/Shanghai');
      const effects = new Effects();
      const recorded = await app.get(ResponsesService).record(tx, input, occasion, effects);
      await app.get(Chronicle).write(tx, effects, occasion);
      return recorded;
    });
  }

  it('FU-8 are counted, kept and told once', async () => {
    const { id, score, flags } = await record({});
    expect({ score, flags }).toEqual({ score: 4, flags: [] });
    const told = (await hospital.service.events(ResponseRecordedV1)).filter(({ data }) => data.responseId === id);
    expect(told).toHaveLength(1);
    expect(told[0]?.data).toMatchObject({ score: 4, scores: [{ linkId: 'pain', kind: 'question', score: 4 }] });
  });

  it('FU-8 name a fault by its JSON pointer, in the words of the request', async () => {
    const items = [{ linkId: 'pain', answer: [{ valueInteger: 11 }] }];
    await expect(record({ items, itemsAt: '/answers/items' })).rejects.toMatchObject({
      code: 'validation-failed',
      extras: { errors: [{ field: '/answers/items/0/answer/0/valueInteger', code: 'max', params: { 0: 10 } }] },
    });
  });

  it('FU-8 to another questionnaire or version than the task asked are refused, and named', async () => {
    const task = await transact(hospital.service.source, async (tx) => {
      const occasion = occasionAt(hospital.service.clock.now(), 'Asia/Shanghai');
      const questionnaire = { code: 'pain-score', version: 2 };
      const names = { nameZh: '疼痛评分', nameEn: 'Pain score' };
      const wanted = { patientId: newId(), kind: 'pain' as const, step: 'pain-6h', ...names, questionnaire };
      return hospital.service.app.get(NewTasks).open(tx, wanted, occasion, new Effects());
    });
    await expect(record({ taskId: task.id, patientId: task.patientId })).rejects.toMatchObject({
      code: 'task-asked-another',
      extras: { asked: { code: 'pain-score', version: 2 } },
    });
  });

  it('FU-9 a red flag of a plan is for the duty doctor of its department', async () => {
    const stay = aStay();
    await hospital.discharge(stay, { departmentCode: 'XXGNK', departmentName: '心血管内科' });
    const plan = await hospital.planOf(stay);
    const { id } = await record({
      questionnaire: { code: 'hypertension-follow-up', version: 1 },
      patientId: stay.patientId,
      planId: plan.id,
      items: [
        { linkId: 'pressure', item: [{ linkId: 'systolic', answer: [{ valueInteger: 180 }] }] },
        { linkId: 'symptoms', item: ['stroke', 'chest', 'headache'].map((linkId) => picked(linkId, 'no')) },
        { linkId: 'drugs', item: [picked('adherence', 'always')] },
      ],
    });
    const alarms = await hospital.service.events(FollowUpNotificationRequestedV1);
    expect(alarms.filter(({ data }) => data.subjectId === id).map(({ data }) => data)).toMatchObject([
      {
        occasion: 'crisis',
        to: [{ departmentCode: 'XXGNK', role: 'duty-doctor' }],
        next: [{ departmentCode: 'XXGNK', role: 'department-director' }, { role: 'centre-manager' }],
      },
    ]);
  });

  it('FU-8 answer a task once, whoever brings them at the same time', async () => {
    const taskId = newId();
    const answers = await Promise.allSettled([record({ taskId }), record({ taskId, channel: 'phone' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'task-answered' } });
  });
});
