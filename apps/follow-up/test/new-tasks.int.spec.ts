import { TaskLapsedV1, TaskOpenedV1 } from '#contracts';
import { newId, transact } from '#platform';
import { eventually } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { occasionAt } from '../src/calendar/occasion.js';
import { Chronicle, Effects } from '../src/plans/chronicle.js';
import { NewTasks, type TaskAtWill } from '../src/tasks/new-tasks.js';
import { TaskListeners } from '../src/tasks/task-listener.js';
import type { TaskEntity } from '../src/tasks/task.entity.js';
import { aStay, Hospital } from './hospital.js';

describe('a task outside protocols', () => {
  let hospital: Hospital;
  const heard: string[] = [];

  beforeAll(async () => {
    hospital = await Hospital.open();
    const note = (what: string) => (_tx: unknown, task: TaskEntity) => {
      heard.push(`${task.id} ${what} ${task.status}`);
      return Promise.resolve();
    };
    hospital.service.app
      .get(TaskListeners)
      .add({ onOpened: note('opened'), onClosed: note('closed'), onSetAside: note('set aside') });
  });
  afterAll(() => hospital.close());
  beforeEach(() => hospital.service.clock.set('2026-03-02T12:00:00+08:00'));

  const open = (over: Partial<TaskAtWill>) =>
    transact(hospital.service.source, async (tx) => {
      const occasion = occasionAt(hospital.service.clock.now(), 'Asia/Shanghai');
      const effects = new Effects();
      const wanted: TaskAtWill = {
        patientId: newId(),
        kind: 'survey',
        step: 'survey',
        nameZh: '满意度调查',
        nameEn: 'Satisfaction survey',
        ...over,
      };
      const task = await hospital.service.app.get(NewTasks).open(tx, wanted, occasion, effects);
      await hospital.service.app.get(Chronicle).write(tx, effects, occasion);
      return task;
    });
  const toldOf = async (type: typeof TaskOpenedV1 | typeof TaskLapsedV1, id: string) =>
    (await hospital.service.events(type)).filter(({ data }) => data.taskId === id);

  it('FU-10 is open at once, about no visit, and can be done', async () => {
    const task = await open({ mode: 'form', questionnaire: { code: 'outpatient-satisfaction' } });
    expect(await hospital.tasks({ patientId: task.patientId })).toMatchObject([
      { status: 'open', mode: 'form', kind: 'survey', planId: null, encounterId: null, lapsesOn: '2026-03-09' },
    ]);
    const [told] = await toldOf(TaskOpenedV1, task.id);
    expect(told?.data).not.toHaveProperty('encounterId');
    await hospital.complete(task).expect(200);
    expect(heard.filter((line) => line.startsWith(task.id))).toEqual([
      `${task.id} opened open`,
      `${task.id} closed done`,
    ]);
  });

  it('FU-7 opens at its moment and lapses when its last day has ended, without a plan', async () => {
    const task = await open({ kind: 'call-back', opensAt: new Date('2026-03-02T15:30:00+08:00') });
    expect(task.status).toBe('planned');
    await hospital.service.clock.set('2026-03-02T15:30:00+08:00');
    const statusIs = (status: string) =>
      eventually(async () => expect(await hospital.tasks({ patientId: task.patientId })).toMatchObject([{ status }]));
    await statusIs('open');
    await hospital.service.clock.set('2026-03-10T00:00:01+08:00');
    await statusIs('lapsed');
    expect(await toldOf(TaskOpenedV1, task.id)).toHaveLength(1);
    expect(await toldOf(TaskLapsedV1, task.id)).toHaveLength(1);
    expect(heard.filter((line) => line.startsWith(task.id))).toEqual([
      `${task.id} opened open`,
      `${task.id} closed lapsed`,
    ]);
  });

  it('PT-9 PT-11 is cancelled when the person dies or wants no follow-up', async () => {
    const [died, unwilling] = [await open({ kind: 'call-back' }), await open({ kind: 'call-back' })];
    await hospital.die(died.patientId);
    await hospital.withdraw(unwilling.patientId);
    for (const [{ patientId }, closeReason] of [
      [died, 'deceased'],
      [unwilling, 'consent-withdrawn'],
    ] as const) {
      await eventually(async () =>
        expect(await hospital.tasks({ patientId })).toMatchObject([{ status: 'cancelled', closeReason }]),
      );
    }
  });

  it('FU-6 of a plan is set aside with it by a readmission, and listeners hear of it', async () => {
    const [first, second] = [aStay(), aStay()];
    await hospital.discharge(first);
    const visit = (await hospital.planOf(first)).tasks[0]!;
    await hospital.admit({ ...second, patientId: first.patientId }, '2026-03-02T11:00:00+08:00');
    await hospital.settled();
    await hospital.cancelVisit({ ...second, patientId: first.patientId });
    await eventually(async () => expect((await hospital.planOf(first)).tasks[0]?.status).toBe('open'));
    const planId = (await hospital.planOf(first)).id;
    await hospital
      .nurse()
      .post(`/follow-up/plans/${planId}/end`)
      .set('if-match', '"3"')
      .send({ reason: 'cured' })
      .expect(200);
    expect(heard.filter((line) => line.startsWith(visit.id))).toEqual([
      `${visit.id} opened open`,
      `${visit.id} set aside planned`,
      `${visit.id} opened open`,
      `${visit.id} closed cancelled`,
    ]);
  });
});
