import { NotificationMessageRequestedV1 } from '#contracts';
import { eventually, type TestService } from '#testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aColleague, aRequest, detailOf, inboxOf, send, type Colleague } from './notification-desk.js';
import { startStaff } from './staff-service.js';

describe('what cannot be told at once', () => {
  let staff: TestService;
  let li: Colleague;
  const others: TestService[] = [];

  beforeEach(async () => {
    staff = await startStaff();
    await staff.clock.set('2026-03-02T10:00:00+08:00');
    li = await aColleague(staff, 'li');
  });

  afterEach(async () => {
    await Promise.all(others.splice(0).map((other) => other.stop()));
    await staff.stop();
  });

  const tellLi = (change: object = {}) => send(staff, { to: [{ accountId: li.accountId }], ...change });
  const messages = async () =>
    (await staff.events(NotificationMessageRequestedV1))
      .map(({ data }) => data)
      .filter(({ personId }) => personId === li.accountId);

  it('ORG-2 waits for the end of quiet hours, but red does not, and its deadline counts from then', async () => {
    await staff.clock.set('2026-03-02T21:00:00+08:00');
    const normal = await tellLi({ acknowledgeWithinSeconds: 600 });
    const red = await tellLi({ urgency: 'red' });
    expect((await inboxOf(li)).map(({ id }) => id)).toEqual([red]);
    expect(await detailOf(staff, normal)).toMatchObject({ acknowledgeBy: '2026-03-03T00:10:00.000Z' });
    await staff.clock.set('2026-03-03T07:59:30+08:00');
    expect(await inboxOf(li)).toHaveLength(1);
    await staff.clock.set('2026-03-03T08:00:00+08:00');
    await eventually(async () => expect(await inboxOf(li)).toHaveLength(2));
    expect((await detailOf(staff, normal)).trail.map(({ what }) => what)).toEqual(['requested', 'waits', 'told']);
    expect(await messages()).toHaveLength(2);
  });

  it('ORG-2 is not told any more when another has acknowledged before quiet hours end', async () => {
    const boss = await aColleague(staff, 'boss');
    await staff.clock.set('2026-03-02T22:00:00+08:00');
    const id = await tellLi({ to: [{ accountId: li.accountId }, { accountId: boss.accountId }] });
    await li.api.post(`/staff/notifications/${id}/acknowledge`).expect(204);
    await staff.clock.set('2026-03-03T08:00:01+08:00');
    const later = await send(staff, { to: [{ accountId: boss.accountId }] });
    await eventually(async () => expect((await inboxOf(boss)).map((item) => item.id)).toEqual([later]));
  });

  it('ORG-2 is collected in a storm: five one by one, the rest as one digest, red ones by themselves', async () => {
    const urgencies = ['normal', 'low', 'normal', 'low', 'normal', 'low', 'normal', 'low', 'red'];
    for (const urgency of urgencies) await tellLi({ urgency });
    expect(await messages()).toHaveLength(6);
    await staff.clock.advance({ minutes: 10 });
    await eventually(async () => expect(await messages()).toHaveLength(7));
    const digest = (await messages()).at(-1);
    expect(digest).toMatchObject({ titleZh: '3 条通知', urgency: 'normal' });
    expect(digest?.notificationIds).toHaveLength(3);
    const items = await inboxOf(li);
    expect(items.filter(({ digestId }) => digestId === digest?.messageId)).toHaveLength(3);
    expect(items).toHaveLength(9);
  });

  it('ORG-2 becomes one digest a person, most urgent first, after a day down', async () => {
    const boss = await aColleague(staff, 'boss');
    const to = [{ accountId: boss.accountId }];
    const next = [{ accountId: li.accountId }];
    await staff.clock.set('2026-03-02T10:00:00+08:00');
    for (let n = 0; n < 120; n += 1)
      await staff
        .api('centre-manager')
        .post('/staff/notifications')
        .send(aRequest({ urgency: n % 40 === 0 ? 'red' : 'low', to, next, acknowledgeWithinSeconds: 3_600 }))
        .expect(201);
    await staff.app.close();
    await staff.clock.set('2026-03-03T11:00:00+08:00');
    const again = await startStaff({}, staff);
    others.push(again);
    // All of them wait for him before the time of collecting is over.
    await eventually(async () => {
      const due = 'SELECT 1 FROM notification WHERE due_at <= $1';
      expect(await again.source.query(due, [staff.clock.now()])).toEqual([]);
    });
    await staff.clock.advance({ seconds: 6 });
    const told = async () => {
      const rows: { data: NotificationMessageRequestedV1 }[] = await again.source.query(
        `SELECT event->'data' AS data FROM outbox WHERE subject = 'staff.notification.message-requested.v1' ORDER BY seq`,
      );
      return rows.map(({ data }) => data).filter(({ personId }) => personId === li.accountId);
    };
    await eventually(async () => expect((await told()).flatMap((each) => each.notificationIds)).toHaveLength(120));
    const [digest, ...more] = await told();
    expect(more).toEqual([]);
    const urgencies: { urgency: string }[] = await again.source.query(
      'SELECT urgency FROM unnest($1::uuid[]) WITH ORDINALITY AS u (id, n) JOIN notification USING (id) ORDER BY n',
      [digest?.notificationIds],
    );
    expect(urgencies.slice(0, 4).map(({ urgency }) => urgency)).toEqual(['red', 'red', 'red', 'low']);
  }, 90_000);
});
