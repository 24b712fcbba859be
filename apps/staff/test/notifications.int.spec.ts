import {
  ComplaintsNotificationRequestedV1,
  FollowUpNotificationRequestedV1,
  FollowUpNotificationSettledV1,
  NotificationAcknowledgedV1,
  NotificationEscalatedV1,
  NotificationMessageRequestedV1,
  NotificationSentV1,
  contractOf,
} from '#contracts';
import { newId } from '#platform';
import { eventually, type TestService } from '#testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aColleague, aRequest, detailOf, inboxOf, send, stepsOf, type Colleague } from './notification-desk.js';
import { startStaff } from './staff-service.js';

let staff: TestService;
let replica: TestService;
const DAY = '2026-03-02T10:00:00+08:00';

beforeAll(async () => {
  staff = await startStaff();
  replica = await startStaff({}, staff);
  await staff.clock.set(DAY);
});
afterAll(async () => {
  await replica.stop();
  await staff.stop();
});

async function department(nameZh: string, parentId: string | null = null, code?: string): Promise<string> {
  const localCodes = code === undefined ? [] : [{ system: 'demo-his', code }];
  const body = { nameZh, parentId, localCodes };
  const answer = await staff.api('administrator').post('/staff/departments').send(body).expect(201);
  return (answer.body as { id: string }).id;
}

/** A member with an account, on duty there from 08:00 of the day to 08:00 of the next when told so. */
async function aMember(name: string, departmentId: string, onDuty: boolean): Promise<Colleague & { memberId: string }> {
  const colleague = await aColleague(staff, name, ['duty-doctor']);
  const member = { staffNumber: `D-${name}`, name, departmentIds: [departmentId] };
  const { body } = await staff.api('administrator').post('/staff/members').send(member).expect(201);
  const memberId = (body as { id: string }).id;
  await staff.source.query('UPDATE account SET member_id = $1 WHERE id = $2', [memberId, colleague.accountId]);
  if (onDuty) {
    const period = { startsAt: '2026-03-02T08:00:00+08:00', endsAt: '2026-03-03T08:00:00+08:00' };
    const shift = { departmentId, role: 'duty-doctor', memberId, line: 1, ...period };
    await staff.api('centre-manager').post('/staff/duty/shifts').send(shift).expect(201);
  }
  return { ...colleague, memberId };
}

const acknowledge = ({ api }: Colleague, id: string) => api.post(`/staff/notifications/${id}/acknowledge`);
const messagesTo = async (personId: string) =>
  (await staff.events(NotificationMessageRequestedV1)).filter((event) => event.data.personId === personId);

describe('telling somebody', () => {
  it('ORG-2 reaches a person in the inbox and by message, once however often it is asked for', async () => {
    const li = await aColleague(staff, 'li');
    const body = aRequest({ to: [{ accountId: li.accountId }] });
    const ask = () => staff.api('centre-manager').post('/staff/notifications').send(body);
    const answers = await Promise.all([ask(), ask(), ask(), ask()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
    const id = (answers[0]?.body as { id: string }).id;
    expect(await inboxOf(li)).toMatchObject([{ id, state: 'open', readAt: null, titleZh: body['titleZh'] }]);
    expect((await messagesTo(li.accountId)).map(({ data }) => data.notificationIds)).toEqual([[id]]);
    const sent = (await staff.events(NotificationSentV1)).filter(({ data }) => data.notificationId === id);
    expect(sent.map(({ data }) => data)).toEqual([
      {
        ...{ notificationId: id, purpose: 'test.bed-free', subjectType: 'bed', subjectId: body['subjectId'] },
        ...{ urgency: 'normal', step: 0, personIds: [li.accountId] },
      },
    ]);
    expect(JSON.stringify(sent)).not.toContain('空床');
  });

  it('ORG-2 reaches who is on duty, also in the department above, and a role, a list and nobody twice', async () => {
    const internal = await department('内科');
    const lungs = await department('呼吸内科', internal);
    const chen = await aMember('chen', internal, true);
    const off = await aMember('zhao', lungs, false);
    const onDuty = { departmentId: lungs, role: 'duty-doctor' };
    const id = await send(staff, { to: [onDuty, { memberId: chen.memberId }, { role: 'legal' }] });
    expect((await inboxOf(chen)).map((item) => item.id)).toEqual([id]);
    expect(await inboxOf(off)).toEqual([]);
    expect((await detailOf(staff, id)).trail).toMatchObject([
      { what: 'requested' },
      { what: 'told', personId: chen.memberId, note: `on duty as duty-doctor for ${lungs}` },
    ]);
  });

  it('ORG-2 goes on to the next at once where nobody is, and says so when nobody is left', async () => {
    const empty = await department('病案室');
    const wu = await aColleague(staff, 'wu', ['legal']);
    const nobody = { departmentId: empty, role: 'duty-doctor' };
    const id = await send(staff, { to: [nobody], next: [nobody, { role: 'legal' }] });
    expect((await inboxOf(wu)).map((item) => item.id)).toEqual([id]);
    expect(stepsOf(await detailOf(staff, id))).toEqual(['requested 0', 'nobody-there 0', 'nobody-there 1', 'told 2']);
    const lost = await detailOf(staff, await send(staff, { to: [nobody] }));
    expect(lost).toMatchObject({ state: 'unreached', acknowledgeBy: null });
    expect(stepsOf(lost)).toEqual(['requested 0', 'nobody-there 0', 'ended 0']);
  });

  it('ORG-2 is asked for by other services: a refusal reaches the department’s director or else the managers', async () => {
    await department('心内科', null, 'XXGNK');
    const manager = await aColleague(staff, 'manager', ['centre-manager']);
    const { example } = contractOf(FollowUpNotificationRequestedV1);
    await staff.publish(FollowUpNotificationRequestedV1, example, { time: DAY });
    await staff.publish(FollowUpNotificationRequestedV1, example, { time: DAY });
    await eventually(async () => expect(await inboxOf(manager)).toHaveLength(1));
    expect(await inboxOf(manager)).toMatchObject([{ purpose: 'follow-up.plan-refused', subjectType: 'plan', step: 1 }]);
  });

  it('CP-2 what was owed long ago because its sender was down comes as one digest, red first', async () => {
    const sun = await aColleague(staff, 'sun');
    const { example } = contractOf(ComplaintsNotificationRequestedV1);
    const owedAt = new Date(Date.parse(DAY) - 2 * 3_600_000).toISOString();
    for (const urgency of ['normal', 'normal', 'red'] as const) {
      const to = [{ accountId: sun.accountId }];
      const asked = { ...example, owedAt, urgency, to, occasion: newId(), next: [] };
      await staff.publish(ComplaintsNotificationRequestedV1, asked, { time: DAY });
    }
    await eventually(async () => expect(await messagesTo(sun.accountId)).not.toEqual([]));
    const messages = (await messagesTo(sun.accountId)).map(({ data }) => data);
    expect(messages.map(({ notificationIds }) => notificationIds.length)).toEqual([3]);
    const [first] = messages.flatMap(({ notificationIds }) => notificationIds);
    expect((await detailOf(staff, String(first))).urgency).toBe('red');
  });

  it('ORG-2 needs the right and one target each, and is seen by who was told', async () => {
    const [he, lin] = [await aColleague(staff, 'he'), await aColleague(staff, 'lin', ['qc-inspector'])];
    await lin.api
      .post('/staff/notifications')
      .send(aRequest({ to: [{ role: 'agent' }] }))
      .expect(403);
    const to = [{ accountId: he.accountId }, { accountId: he.accountId, role: 'agent' }];
    const refused = await he.api
      .post('/staff/notifications')
      .send(aRequest({ to, next: [{}], link: '//evil.example' }))
      .expect(400);
    expect(refused.body).toMatchObject({ errors: [{ field: 'link' }] });
    const { body } = await he.api
      .post('/staff/notifications')
      .send(aRequest({ to, next: [{}] }))
      .expect(400);
    expect(body).toMatchObject({ errors: [{ field: 'to.1', code: 'no-single-target' }, { field: 'next.0' }] });
    const id = await send(staff, { to: [{ accountId: he.accountId }] });
    await lin.api.get(`/staff/notifications/${id}`).expect(404);
    await acknowledge(lin, id).expect(404);
    await lin.api.post(`/staff/notifications/${id}/read`).expect(404);
    await he.api.post(`/staff/notifications/${id}/read`).expect(204);
    await he.api.post(`/staff/notifications/${id}/read`).expect(204);
    expect(await inboxOf(he, { filter: 'readAt eq null' })).toEqual([]);
    expect((await inboxOf(he, { filter: `state eq 'open' and readAt ne null` })).map((item) => item.id)).toEqual([id]);
  });
});

describe('an acknowledgement', () => {
  it('ORG-2 stops the telling of the next, and comes from one person', async () => {
    const [one, two, next] = await Promise.all(['a1', 'a2', 'a3'].map((name) => aColleague(staff, name)));
    const to = [one, two].map((each) => ({ accountId: each!.accountId }));
    const change = { to, next: [{ accountId: next!.accountId }], acknowledgeWithinSeconds: 60 };
    const id = await send(staff, change);
    // Falls due after it: when this one has been escalated, the other would have been.
    const control = await send(staff, change);
    await acknowledge(one!, id).expect(204);
    await acknowledge(one!, id).expect(204);
    expect((await acknowledge(two!, id).expect(409)).body).toMatchObject({ code: 'notification-acknowledged' });
    await staff.clock.advance({ minutes: 2 });
    expect(await detailOf(staff, id)).toMatchObject({ state: 'acknowledged', acknowledgedBy: one!.accountId });
    await eventually(async () => expect((await inboxOf(next!)).map((item) => item.id)).toEqual([control]));
    const told = (await staff.events(NotificationAcknowledgedV1)).filter(({ data }) => data.notificationId === id);
    expect(told.map(({ data }) => data)).toMatchObject([{ personId: one!.accountId, step: 0, late: false }]);
  });

  it('ORG-2 FU-4 is not waited for once the matter is settled: no next one is told, and what waits is withdrawn', async () => {
    const [one, next] = await Promise.all(['s1', 's2'].map((name) => aColleague(staff, name)));
    const { example } = contractOf(FollowUpNotificationRequestedV1);
    const subjectId = newId();
    const [to, then] = [one!, next!].map(({ accountId }) => [{ accountId }]);
    const asked = {
      ...example,
      subjectId,
      urgency: 'red' as const,
      to: to!,
      next: then!,
      acknowledgeWithinSeconds: 60,
    };
    const settlement = { purpose: asked.purpose, subjectType: asked.subjectType, subjectId, reason: 'advised' };
    const heard = (occasion: string) => staff.publish(FollowUpNotificationRequestedV1, { ...asked, occasion });
    const settle = (id = subjectId) => staff.publish(FollowUpNotificationSettledV1, { ...settlement, subjectId: id });
    await heard('first');
    await heard('second');
    await settle();
    await settle();
    await settle(newId());
    await heard('opened-again');
    await eventually(async () => expect(await inboxOf(one!)).toHaveLength(3));
    const [again, ...settled] = (await inboxOf(one!)).map(({ id }) => id);
    for (const id of settled) {
      const found = await detailOf(staff, id);
      expect(found).toMatchObject({ state: 'settled', acknowledgeBy: null });
      expect(stepsOf(found)).toEqual(['requested 0', 'told 0', 'settled 0']);
      expect((await acknowledge(one!, id).expect(409)).body).toMatchObject({ code: 'notification-settled' });
    }
    await staff.clock.advance({ minutes: 2 });
    // Due behind them: when it has been escalated, they would have been.
    await eventually(async () => expect((await inboxOf(next!)).map(({ id }) => id)).toEqual([again]));
    await acknowledge(next!, again!).expect(204);
  });

  it('ORG-2 that does not come lets the next be told within two seconds, once with two replicas, to the end', async () => {
    const [one, two] = await Promise.all(['b1', 'b2'].map((name) => aColleague(staff, name)));
    const [first, next] = [one!, two!].map(({ accountId }) => ({ accountId }));
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1)
      ids.push(await send(staff, { urgency: 'red', to: [first], next: [next], acknowledgeWithinSeconds: 60 }));
    await staff.clock.advance({ seconds: 61 });
    await eventually(async () => expect(await inboxOf(two!)).toHaveLength(5));
    for (const id of ids) {
      const { trail, requestedAt } = await detailOf(staff, id);
      expect(trail.map(({ what }) => what)).toEqual(['requested', 'told', 'told', 'escalated']);
      expect(Date.parse(trail[2]!.at) - Date.parse(requestedAt)).toBeGreaterThanOrEqual(60_000);
    }
    await acknowledge(one!, ids[0]!).expect(204);
    await staff.clock.advance({ seconds: 61 });
    await eventually(async () => {
      // Each by itself: the two replicas may share them.
      for (const id of ids.slice(1)) expect(await detailOf(staff, id)).toMatchObject({ state: 'unanswered' });
    });
    const late = (await staff.events(NotificationAcknowledgedV1)).filter(({ data }) => data.notificationId === ids[0]);
    expect(late.map(({ data }) => data)).toMatchObject([{ step: 1, late: true }]);
    const escalated = (await staff.events(NotificationEscalatedV1)).filter(({ data }) =>
      ids.includes(data.notificationId),
    );
    expect(escalated.filter(({ data }) => data.personIds.length > 0)).toHaveLength(5);
    expect(escalated.filter(({ data }) => data.personIds.length === 0)).toHaveLength(4);
  });

  it('ORG-2 that races its deadline stops it or comes too late, never both: fifty at once', async () => {
    const crew = await Promise.all(Array.from({ length: 10 }, (_, n) => aColleague(staff, `crew${n}`)));
    const boss = await aColleague(staff, 'boss');
    const to = crew.map(({ accountId }) => ({ accountId }));
    const change = { urgency: 'red', to, next: [{ accountId: boss.accountId }], acknowledgeWithinSeconds: 60 };
    const ids = await Promise.all(Array.from({ length: 5 }, () => send(staff, change)));
    await staff.clock.advance({ milliseconds: 59_700 });
    const answers = await Promise.all(ids.flatMap((id) => crew.map((each) => acknowledge(each, id))));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(45);
    await eventually(async () => {
      const rows = await staff.source.query<unknown[]>('SELECT 1 FROM notification WHERE due_at <= $1', [
        staff.clock.now(),
      ]);
      expect(rows).toEqual([]);
    });
    for (const id of ids) {
      const { trail } = await detailOf(staff, id);
      const steps = trail.map(({ what, note }) => (note === 'late' ? 'late' : what)).filter((what) => what !== 'told');
      expect([
        ['requested', 'acknowledged'],
        ['requested', 'escalated', 'late'],
      ]).toContainEqual(steps);
    }
  });
});
