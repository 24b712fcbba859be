import { ResponseRecordedV1 } from '#contracts';
import { newId, transact } from '#platform';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { occasionAt } from '../src/calendar/occasion.js';
import { Chronicle, Effects } from '../src/plans/chronicle.js';
import { ResponsesService, type NewResponse } from '../src/responses/responses.service.js';
import { Hospital } from './hospital.js';

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

  it('FU-8 answer a task once, whoever brings them at the same time', async () => {
    const taskId = newId();
    const answers = await Promise.allSettled([record({ taskId }), record({ taskId, channel: 'phone' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'task-answered' } });
  });
});
