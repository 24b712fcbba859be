import { FollowUpNotificationRequestedV1 } from '#contracts';
import { eventually, type TestService } from '#testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Plan } from '../src/plans/plans.dto.js';
import { dischargeDefaultV1 } from '../src/protocols/discharge-default.v1.js';
import { aStay, Hospital, type Stay } from './hospital.js';

const DEPARTMENT = '03.07';
const PROTOCOL = {
  code: 'watched',
  nameZh: '限时随访方案',
  nameEn: 'Watched',
  definition: {
    appliesTo: { ...dischargeDefaultV1.appliesTo, departments: [DEPARTMENT] },
    steps: [
      {
        ...{ key: 'visit-1', nameZh: '首次回访', nameEn: 'First call', lapseAfterDays: 7 },
        window: { fromDay: 0, toDay: 2 },
        escalation: { afterHours: 24, to: 'department-director', next: ['medical-affairs'], acknowledgeMinutes: 60 },
      },
    ],
  },
};

describe('a contact that is overdue', () => {
  let hospital: Hospital;
  let replica: TestService;
  let stay: Stay;

  beforeAll(async () => {
    hospital = await Hospital.open();
    replica = await hospital.replica();
    const manager = () => hospital.service.api('centre-manager');
    await manager().post('/follow-up/protocols').send(PROTOCOL).expect(201);
    const publish = '/follow-up/protocols/watched/versions/1/publish';
    await manager().post(publish).set('if-match', '"1"').expect(200);
  });
  afterAll(async () => {
    await replica.stop();
    await hospital.close();
  });
  beforeEach(async () => {
    await hospital.service.clock.set('2026-03-02T12:00:00+08:00');
    stay = aStay();
  });

  const begun = async (): Promise<Plan> => {
    await hospital.discharge(stay, { departmentCode: DEPARTMENT });
    return hospital.planOf(stay);
  };
  const noticesOf = async (taskId: string | undefined) =>
    (await hospital.service.events(FollowUpNotificationRequestedV1))
      .map(({ data }) => data)
      .filter(({ subjectId, purpose }) => subjectId === taskId && purpose === 'follow-up.task-overdue');
  /** A contact of somebody else, of the same day, shows that the round of deadlines has passed. */
  const untilOthersEscalate = async (moment: string) => {
    const other = aStay();
    await hospital.discharge(other, { departmentCode: DEPARTMENT });
    const [task] = (await hospital.planOf(other)).tasks;
    await hospital.service.clock.set(moment);
    await eventually(async () => expect(await noticesOf(task?.id)).toHaveLength(1));
  };

  it('FU-5 is told once to whom its protocol says, an hour a role, with two processes looking', async () => {
    const plan = await begun();
    const task = plan.tasks[0]!;
    // Due on the 4th: 24 hours after the end of that day.
    await hospital.service.clock.set('2026-03-05T23:30:00+08:00');
    await hospital.opened(plan.id, 'visit-1');
    expect(await noticesOf(task.id)).toEqual([]);
    await hospital.service.clock.set('2026-03-06T00:00:00+08:00');
    await eventually(async () => expect(await noticesOf(task.id)).toHaveLength(1));
    expect((await noticesOf(task.id))[0]).toMatchObject({
      ...{ urgency: 'normal', link: `/follow-up/tasks/${task.id}`, acknowledgeWithinSeconds: 3600 },
      to: [{ departmentCode: DEPARTMENT, role: 'department-director' }],
      next: [{ role: 'medical-affairs' }, { role: 'centre-manager' }],
      textZh: '随访任务“首次回访”应于 2026-03-04 前完成，至今未完成，请安排。',
    });
    const after = await hospital.plan(plan.id);
    expect(after.tasks[0]).toMatchObject({
      status: 'open',
      escalatedAt: expect.stringMatching(/^2026-03-05T16:0/),
      version: 1,
    });
    expect(after.trail.at(-1)).toMatchObject({
      what: 'task-escalated',
      step: 'visit-1',
      reason: 'department-director',
    });
    await hospital.service.clock.set('2026-03-11T23:00:00+08:00');
    await hospital.complete(task).expect(200);
    expect(await noticesOf(task.id)).toHaveLength(1);
  });

  it('FU-5 FU-6 is told of neither when it was made in time, nor while a readmission has its plan wait', async () => {
    const done = await begun();
    await hospital.complete(done.tasks[0]!).expect(200);
    stay = aStay();
    const waiting = await begun();
    const readmission = aStay(stay.patientId);
    await hospital.admit(readmission, '2026-03-02T12:30:00+08:00');
    await eventually(async () => expect((await hospital.plan(waiting.id)).status).toBe('paused'));
    await untilOthersEscalate('2026-03-07T12:00:00+08:00');
    expect(await noticesOf(done.tasks[0]?.id)).toEqual([]);
    expect(await noticesOf(waiting.tasks[0]?.id)).toEqual([]);
    await hospital.cancelVisit(readmission);
    await eventually(async () => expect(await noticesOf(waiting.tasks[0]?.id)).toHaveLength(1));
  });

  it('FU-3 FU-5 is told of, too, when the contact that stands for it was not made', async () => {
    await hospital.operate(stay, '2026-03-01T10:00:00+08:00');
    await hospital.discharge(stay, { departmentCode: DEPARTMENT });
    const joined = await eventually(async () => {
      const plan = (await hospital.plans(stay.patientId)).find(({ anchor }) => anchor === 'discharge');
      expect(plan?.tasks[0]).toMatchObject({ status: 'planned', joinedTo: expect.any(String) });
      return plan as Plan;
    });
    await hospital.service.clock.set('2026-03-06T01:00:00+08:00');
    await eventually(async () => expect(await noticesOf(joined.tasks[0]?.id)).toHaveLength(1));
  });
});
