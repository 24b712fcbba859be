import { FollowUpMessageRequestedV1 } from '#contracts';
import { newId, transact } from '#platform';
import type { TestService } from '#testing';
import { expect } from '@jest/globals';
import { occasionAt } from '../src/calendar/occasion.js';
import { PlanEntity } from '../src/plans/plan.entity.js';
import { Chronicle, Effects } from '../src/plans/chronicle.js';
import { NewTasks, type TaskAtWill } from '../src/tasks/new-tasks.js';
import type { TaskEntity } from '../src/tasks/task.entity.js';

export interface Request {
  task: TaskEntity;
  /** `/f/<token>`. */
  path: string;
}

/** Opens a task that asks the patient by a link, as a protocol does, and finds the link in the message. */
export async function askByLink(service: TestService, over: Wanted = {}): Promise<Request> {
  const task = await askTask(service, over);
  return { task, path: await pathOf(service, task.id) };
}

/** A pain request, unless told otherwise. */
export type Wanted = { [field in keyof TaskAtWill]?: TaskAtWill[field] | undefined };

/** Opens a task as a protocol does. */
export function askTask(service: TestService, over: Wanted = {}): Promise<TaskEntity> {
  return transact(service.source, async (tx) => {
    const occasion = occasionAt(service.clock.now(), 'Asia/Shanghai');
    const effects = new Effects();
    if (over.planId) await tx.findOne(PlanEntity, { where: { id: over.planId }, lock: { mode: 'pessimistic_write' } });
    const wanted = {
      ...{
        patientId: newId(),
        kind: 'pain',
        mode: 'form',
        step: `pain-${newId()}`,
        nameZh: '疼痛评分',
        nameEn: 'Pain',
      },
      questionnaire: { code: 'pain-score' },
      ...over,
    } as TaskAtWill;
    const opened = await service.app.get(NewTasks).open(tx, wanted, occasion, effects);
    await service.app.get(Chronicle).write(tx, effects, occasion);
    return opened;
  });
}

/** The newest link that was sent for a task. */
export async function pathOf(service: TestService, taskId: string): Promise<string> {
  const messages = await service.events(FollowUpMessageRequestedV1);
  const link = messages.findLast(({ data }) => data.subjectId === taskId)?.data.link;
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1\/f\/[\w-]{22}$/);
  return new URL(link as string).pathname;
}

export const sendForm = (service: TestService, path: string, form: Record<string, string | string[]>) =>
  service
    .anonymous()
    .post(path)
    .set('content-type', 'application/x-www-form-urlencoded')
    .send(
      new URLSearchParams(
        Object.entries(form).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
      ).toString(),
    );

/** A pain score, as the page sends it. */
export const givePain = (service: TestService, path: string, score: number) =>
  sendForm(service, path, { 'a.pain': String(score), seen: 'pain' });
